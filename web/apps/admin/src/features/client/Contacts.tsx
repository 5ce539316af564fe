import { phone, useTranslation } from "@orbita/i18n";
import { InlineText, Property, PropertyGroup, Tag } from "@orbita/ui";
import { lazy, Suspense, useState } from "react";
import { useEdit } from "./deeds";
import type { Card } from "./queries";
import { useWords } from "./words";

const IdentitiesDialog = lazy(() => import("./IdentitiesDialog"));

/** Several stand in one line with commas between; the first is the main one. */
const split = (text: string) =>
  text
    .split(/[,;\n]/)
    .map((each) => each.trim())
    .filter(Boolean);

export function Contacts({ card }: { card: Card }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const edit = useEdit(card.id);
  const [all, setAll] = useState(false);
  return (
    <PropertyGroup title={t("contacts")}>
      <Property label={t("telegram")}>
        <InlineText
          label={t("telegram")}
          value={card.telegram_username ?? ""}
          shown={card.telegram_username ? `@${card.telegram_username.replace(/^@/, "")}` : undefined}
          onSave={(name) => edit.mutateAsync({ telegram_username: name.replace(/^@/, "") || null })}
        />
      </Property>
      <Property label={t("phone")}>
        <InlineText
          label={t("phone")}
          inputMode="tel"
          value={card.phones.join(", ")}
          shown={<span className="tnum">{card.phones.map((each) => phone(each)).join(", ")}</span>}
          onSave={(text) => edit.mutateAsync({ phones: split(text) })}
        />
      </Property>
      <Property label={t("email")}>
        <InlineText
          label={t("email")}
          inputMode="email"
          value={card.emails.join(", ")}
          onSave={(text) => edit.mutateAsync({ emails: split(text) })}
        />
      </Property>
      <Property label={t("source")}>{words.source(card.source)}</Property>
      <Property label={t("allContacts")}>
        <button
          type="button"
          onClick={() => setAll(true)}
          className="hit rounded text-accent-text underline-offset-2 hover:underline"
        >
          {t("openIdentities")}
        </button>
        <Suspense>{all && <IdentitiesDialog id={card.id} onClose={() => setAll(false)} />}</Suspense>
      </Property>
      {card.channels.length > 0 && (
        <Property label={t("writeBy")}>
          <span className="flex flex-wrap gap-1">
            {card.channels.map(({ kind, reachable }) => (
              <Tag key={kind} hue={reachable ? "green" : "gray"}>
                {words.channel(kind)}
                {!reachable && ` · ${t("unreachable")}`}
              </Tag>
            ))}
          </span>
        </Property>
      )}
    </PropertyGroup>
  );
}
