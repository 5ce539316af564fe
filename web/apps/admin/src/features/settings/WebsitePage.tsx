import { useTranslation } from "@orbita/i18n";
import { Button, buttonClass, Drawer } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { lazy, Suspense } from "react";
import { useMe } from "@/app/session";
import { maybe, useSearchState } from "@/lib/search-state";
import { Answer, Row, Rows, SettingsPage } from "./parts";
import { blocks, linesOf, type Section, sections, translated, type Website, websiteQuery } from "./website";

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
  const names = new Map<string, string>(blocks.map((block) => [block, t(`website.sections.${block}`)]));
  // What the section says in one line; a corner and a picture's address tell nothing there.
  const summary = (site: Website, section: Section) =>
    Object.entries(translated(linesOf(site, section), section, names))
      .filter(([name, value]) => name !== "position" && typeof value === "string" && value !== "")
      .map(([, value]) => String(value).replaceAll("\n", ", "))
      .join(" · ")
      .slice(0, 140);
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
                line={summary(site, section)}
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
