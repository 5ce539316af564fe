import { useTranslation } from "@orbita/i18n";
import { Button, buttonClass, Drawer } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { lazy, Suspense } from "react";
import { useMe } from "@/app/session";
import { maybe, useSearchState } from "@/lib/search-state";
import { Answer, Row, Rows, SettingsPage } from "./parts";
import { linesOf, type Section, sections, websiteQuery } from "./website";

const WebsiteForm = lazy(() => import("./WebsiteForm"));
const search = { open: maybe(sections) };

/** What the public page says, a section at a time. */
export function WebsitePage() {
  const { t } = useTranslation("settings");
  const [{ open }, set] = useSearchState(search);
  const website = useQuery(websiteQuery);
  const { slug } = useMe().business;
  const close = () => set({ open: undefined });
  const title = (section: Section) => t(`website.sections.${section}`);
  return (
    <SettingsPage
      title={t("nav.website")}
      hint={t("website.hint")}
      actions={
        <a href={`/s/${slug}`} target="_blank" rel="noopener" className={buttonClass({})}>
          <ExternalLink aria-hidden />
          {t("website.look")}
        </a>
      }
    >
      <Answer of={website}>
        {({ site }) => (
          <Rows label={t("nav.website")}>
            {sections.map((section) => (
              <Row
                key={section}
                title={title(section)}
                line={Object.values(linesOf(site, section))
                  .flat()
                  .filter((each) => typeof each === "string" && each !== "")
                  .join(" · ")
                  .slice(0, 140)}
                end={
                  <Button
                    aria-label={`${t("website.change")}: ${title(section)}`}
                    onClick={() => set({ open: section })}
                  >
                    {t("website.change")}
                  </Button>
                }
              />
            ))}
          </Rows>
        )}
      </Answer>
      {website.data && open && (
        <Suspense>
          <Drawer open onOpenChange={close} title={title(open)}>
            <WebsiteForm key={open} section={open} {...website.data} onDone={close} />
          </Drawer>
        </Suspense>
      )}
    </SettingsPage>
  );
}
