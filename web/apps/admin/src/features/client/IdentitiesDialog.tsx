import { api, type Schema, take } from "@orbita/api";
import { phone, useTranslation } from "@orbita/i18n";
import { Button, Callout, Dialog, ErrorBox, IconButton, Input, Select, SkeletonRows, Tag } from "@orbita/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { BadgeCheck, Star, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { wordsOf } from "@/app/queries";
import { key } from "./queries";
import { useWords } from "./words";

type Entry = Schema<"ClientsIdentityBookEntry">;
const kinds = ["phone", "email", "vk"] as const;
type Kind = (typeof kinds)[number];

/** Every number, address and messenger of a client: which is the main one, and which are proven. */
export default function IdentitiesDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: key("identities", id),
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/clients/{id}/identities", { signal, params: { path: { id } } }))).items as Entry[],
  });
  const deed = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    meta: { ownErrors: true },
    onSettled: () =>
      Promise.all(["client", "clients", "pipeline"].map((part) => client.invalidateQueries({ queryKey: [part] }))),
  });
  const [kind, setKind] = useState<Kind>("phone");
  const [value, setValue] = useState("");
  const change = (identity: number, body: Schema<"ClientsIdentityIdentityChange">) =>
    deed.mutate(() =>
      take(api.PATCH("/api/clients/{id}/identities/{identity}", { params: { path: { id, identity } }, body })),
    );
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim()) {
      deed.mutate(
        () =>
          take(
            api.POST("/api/clients/{id}/identities", { params: { path: { id } }, body: { kind, value: value.trim() } }),
          ),
        { onSuccess: () => setValue("") },
      );
    }
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("identities")} description={t("identitiesHint")}>
      {error && !data ? (
        <ErrorBox error={error} onRetry={() => void refetch()} className="mx-0" />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : (
        <ul className="divide-y divide-line">
          {data.map((each) => {
            const shown = each.kind === "phone" && each.value ? phone(each.value) : (each.value ?? "—");
            const mine = kinds.some((one) => one === each.kind);
            return (
              <li key={each.id} className="flex min-h-11 flex-wrap items-center gap-2 py-1">
                <span className="min-w-0 flex-1">
                  <span className="block text-xs text-fg-3">{words.channel(each.kind)}</span>
                  <span className="tnum block break-all">{shown}</span>
                </span>
                {each.main && <Tag hue="blue">{t("mainIdentity")}</Tag>}
                {each.verified && <Tag hue="green">{t("verifiedIdentity")}</Tag>}
                {mine && !each.main && (
                  <IconButton
                    label={t("makeMain", { value: shown })}
                    disabled={deed.isPending}
                    onClick={() => change(each.id, { main: true })}
                  >
                    <Star />
                  </IconButton>
                )}
                {mine && !each.verified && (
                  <IconButton
                    label={t("makeVerified", { value: shown })}
                    disabled={deed.isPending}
                    onClick={() => change(each.id, { verified: true })}
                  >
                    <BadgeCheck />
                  </IconButton>
                )}
                {mine && (
                  <IconButton
                    label={t("removeIdentity", { value: shown })}
                    disabled={deed.isPending}
                    onClick={() =>
                      deed.mutate(() =>
                        take(
                          api.DELETE("/api/clients/{id}/identities/{identity}", {
                            params: { path: { id, identity: each.id } },
                          }),
                        ),
                      )
                    }
                  >
                    <Trash2 />
                  </IconButton>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {deed.error && (
        <Callout tone="danger" className="mt-3">
          {wordsOf(deed.error)}
        </Callout>
      )}
      <form onSubmit={add} className="mt-3 flex flex-wrap gap-2">
        <Select
          label={t("identityKind")}
          value={kind}
          onChange={(next) => setKind(kinds.find((one) => one === next) ?? "phone")}
          options={kinds.map((one) => ({ value: one, label: words.channel(one) }))}
          className="w-32"
        />
        <Input
          aria-label={t("identityValue")}
          value={value}
          maxLength={254}
          onChange={(event) => setValue(event.target.value)}
          className="min-w-40 flex-1"
        />
        <Button type="submit" size="md" busy={deed.isPending} disabled={!value.trim()}>
          {t("addIdentity")}
        </Button>
      </form>
    </Dialog>
  );
}
