import { useTranslation } from "@orbita/i18n";
import { Button, EmptyState, Tag } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { ListPlus as Icon, Plus } from "lucide-react";
import { lazy, Suspense } from "react";
import { text, useSearchState } from "@/lib/search-state";
import { Answer, Row, Rows, SettingsPage } from "./parts";
import { fieldsQuery } from "./queries";

const FieldDrawer = lazy(() => import("./FieldDrawer"));
const search = { open: text() };
const NEW = "+";

/** The business's own fields of a client's card. */
export function FieldsPage() {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const [{ open }, set] = useSearchState(search);
  const fields = useQuery(fieldsQuery);
  const add = (
    <Button variant="primary" onClick={() => set({ open: NEW })}>
      <Plus aria-hidden />
      {t("fields.create")}
    </Button>
  );
  const all = fields.data?.items ?? [];
  const chosen = all.find(({ key }) => key === open);
  return (
    <SettingsPage title={t("nav.fields")} hint={t("fields.hint")} actions={all.length > 0 && add}>
      <Answer of={fields}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={Icon} title={t("fields.empty")} hint={t("fields.emptyHint")} action={add} />
          ) : (
            <Rows label={t("nav.fields")}>
              {items.map((field) => (
                <Row
                  key={field.key}
                  title={
                    <>
                      <span className="min-w-0 break-words">{field.title}</span>
                      {field.archived && <Tag hue="gray">{t("fields.archived")}</Tag>}
                    </>
                  }
                  line={[t(`fields.types.${field.type}`), field.choices.join(", ")].filter(Boolean).join(" · ")}
                  end={<Button onClick={() => set({ open: field.key })}>{c("edit")}</Button>}
                />
              ))}
            </Rows>
          )
        }
      </Answer>
      {(open === NEW || chosen) && (
        <Suspense>
          <FieldDrawer key={open} field={chosen} onClose={() => set({ open: "" })} />
        </Suspense>
      )}
    </SettingsPage>
  );
}
