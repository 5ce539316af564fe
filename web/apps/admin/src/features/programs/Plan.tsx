import { i18next, useTranslation } from "@orbita/i18n";
import { Callout, EmptyState, ErrorBox, SkeletonRows, Tag, toast, useNarrow } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { LoaderCircle } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import CopyWeek from "./CopyWeek";
import type { Cell, Value } from "./cells";
import { type Program, useEditCell, viewQuery } from "./queries";
import { WeekGrid } from "./WeekGrid";
import { WeekPhone } from "./WeekPhone";

type Props = { program: Program; week: number; onWeek: (week: number) => void };

/** The content: a week at a time. */
export function Plan({ program, week: number, onWeek }: Props) {
  const { t } = useTranslation("programs");
  const narrow = useNarrow();
  const { data, error, refetch } = useQuery(viewQuery(program.id, program.version));
  const edit = useEditCell(program.id);
  const done = useRef<{ cell: Cell; before: Value }[]>([]);
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  useHotkey("Mod Z", t("undoEdit"), () => {
    const last = done.current.pop();
    if (last) {
      edit.mutate({ cell: last.cell, value: last.before });
      toast.done({ title: i18next.t("programs:undone") });
    }
  });

  if (program.version === 0) {
    return (
      <EmptyState
        icon={LoaderCircle}
        title={t(program.state === "owed" ? "making" : "noContent")}
        hint={t(program.state === "owed" ? "makingHint" : "noContentHint")}
      />
    );
  }
  if (error) {
    return <ErrorBox error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <SkeletonRows rows={12} />;
  }
  const weeks = data.content.weeks;
  const week = weeks.find((each) => each.number === number) ?? weeks[0];
  if (!week) {
    return <EmptyState title={t("noContent")} />;
  }
  const Sheet = narrow ? WeekPhone : WeekGrid;
  return (
    <>
      {weeks.length > 1 && (
        <nav
          aria-label={t("col.weeks")}
          className="flex shrink-0 items-center gap-1 overflow-x-auto border-b border-line px-4 py-1.5 max-md:px-3"
        >
          {weeks.map((each) => (
            <button
              key={each.number}
              type="button"
              aria-current={each === week ? "true" : undefined}
              aria-label={t("weekNumber", { number: each.number })}
              onClick={() => onWeek(each.number)}
              className="hit tnum grid h-7 min-w-8 shrink-0 place-items-center rounded-md px-2 text-fg-2 hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent-text touch:h-9"
            >
              {each.number}
            </button>
          ))}
        </nav>
      )}
      <div className="min-h-0 flex-1 overflow-auto">
        <div className="flex items-start gap-2 px-4 py-3 text-fg-2 max-md:px-3">
          <p className="max-w-[90ch]">
            <strong className="font-semibold text-fg">{t("weekNumber", { number: week.number })}.</strong> {week.advice}
          </p>
          {week.deload && <Tag hue="teal">{t("deload")}</Tag>}
          {weeks.length > 1 && (
            <span className="ml-auto shrink-0">
              <CopyWeek
                id={program.id}
                content={data.content}
                from={week.number}
                disabled={!online || program.state === "withdrawn"}
              />
            </span>
          )}
        </div>
        {!online && (
          <Callout tone="warn" className="mx-4 mb-3">
            {t("offline")}
          </Callout>
        )}
        <Sheet
          key={week.number}
          week={week}
          readOnly={!online || program.state === "withdrawn"}
          onWrite={(cell, value, before) => {
            done.current.push({ cell, before });
            edit.mutate({ cell, value });
          }}
        />
      </div>
    </>
  );
}
