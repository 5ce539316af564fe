import { useTranslation } from "@orbita/i18n";
import { cn, Kbd } from "@orbita/ui";
import { Link } from "react-router";
import type { Template } from "./queries";

type Props = {
  choices: Template[];
  /** How many there are at all; undefined while they are fetched. */
  all: number | undefined;
  marked: number;
  onMark: (at: number) => void;
  onChoose: (template: Template) => void;
};

/** What the slash offers, over the field. The field keeps the focus and walks it with the arrows. */
export function TemplateChoice({ choices, all, marked, onMark, onChoose }: Props) {
  const { t } = useTranslation("inbox");
  return (
    <div className="absolute inset-x-3 bottom-full z-20 mb-1 overflow-hidden rounded-lg bg-raised shadow-pop">
      {choices.length === 0 ? (
        <p className="px-3 py-2.5 text-fg-3">
          {t(all === undefined ? "templatesLoading" : all === 0 ? "noTemplates" : "noSuchTemplate")}{" "}
          {all !== undefined && (
            <Link to="/inbox/templates" className="text-accent-text underline underline-offset-2">
              {t("openTemplates")}
            </Link>
          )}
        </p>
      ) : (
        <div role="listbox" id="reply-templates" aria-label={t("templates")} className="max-h-64 overflow-y-auto p-1">
          {choices.map((template, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys go to the field
            <div
              key={template.id}
              id={`reply-template-${template.id}`}
              role="option"
              aria-selected={i === marked}
              className={cn(
                "flex min-h-9 cursor-default items-center gap-2 rounded-md px-2 touch:min-h-11",
                i === marked && "bg-hover",
              )}
              onPointerMove={() => onMark(i)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(template)}
            >
              <span className="shrink-0 font-medium">{template.title}</span>
              {template.shortcut && (
                <span className="shrink-0 whitespace-nowrap">
                  <Kbd>/{template.shortcut}</Kbd>
                </span>
              )}
              <span className="truncate text-fg-3">{template.text}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
