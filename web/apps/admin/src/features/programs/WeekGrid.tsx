import { useTranslation } from "@orbita/i18n";
import { cn } from "@orbita/ui";
import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type Cell, columns, type Member, parsed, textOf, type Value } from "./cells";
import type { Exercise, Week } from "./queries";

type Row = { day: number; place: number; exercise: Exercise };
type Props = { week: Week; readOnly: boolean; onWrite: (cell: Cell, value: Value, before: Value) => void };

const widths: Record<Member, string> = {
  name: "w-[21%]",
  sets: "w-[7%]",
  reps: "w-[9%]",
  load: "w-[10%]",
  reserve: "w-[8%]",
  rest: "w-[9%]",
  notes: "w-[18%]",
  alternatives: "w-[18%]",
};

/**
 * A week as a sheet: days one under another. Arrows move, Enter or a letter begins to write, Enter goes on below, Tab to
 * the right, Esc lets go, Delete empties.
 */
export function WeekGrid({ week, readOnly, onWrite }: Props) {
  const { t } = useTranslation("programs");
  const table = useRef<HTMLTableElement>(null);
  const rows: Row[] = week.sessions.flatMap(({ day, exercises }) =>
    exercises.map((exercise, i) => ({ day, place: i + 1, exercise })),
  );
  const [at, setAt] = useState({ row: 0, column: 0 });
  /** What is typed in the cell at the cursor; undefined while it is only looked at. */
  const [draft, setDraft] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const mine = useRef(false);

  useEffect(() => {
    if (mine.current && draft === undefined) {
      table.current?.querySelector<HTMLElement>("[data-cursor]")?.focus();
    }
  }, [draft]);

  const go = (row: number, column: number) => {
    const next = {
      row: Math.min(rows.length - 1, Math.max(0, row)),
      column: Math.min(columns.length - 1, Math.max(0, column)),
    };
    setAt(next);
    setDraft(undefined);
    setWrong(false);
    mine.current = true;
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
  };
  const write = (text: string): boolean => {
    const row = rows[at.row];
    const member = columns[at.column];
    if (!row || !member) {
      return true;
    }
    const value = parsed(member, text);
    if (value === undefined) {
      setWrong(true);
      return false;
    }
    if (text.trim() !== textOf(row.exercise, member)) {
      onWrite({ week: week.number, day: row.day, place: row.place, member }, value, row.exercise[member]);
    }
    setDraft(undefined);
    setWrong(false);
    return true;
  };
  const onCellKey = (event: KeyboardEvent<HTMLTableCellElement>) => {
    if (draft !== undefined || event.nativeEvent.isComposing) {
      return;
    }
    const { row, column } = at;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const moves: Record<string, () => void> = {
      ArrowUp: () => go(row - 1, column),
      ArrowDown: () => go(row + 1, column),
      ArrowLeft: () => go(row, column - 1),
      ArrowRight: () => go(row, column + 1),
      Home: () => go(row, 0),
      End: () => go(row, columns.length - 1),
    };
    const move = plain ? moves[event.key] : undefined;
    const last = event.shiftKey ? column === 0 : column === columns.length - 1;
    if (move) {
      event.preventDefault();
      move();
    } else if (event.key === "Tab" && plain && !last) {
      event.preventDefault();
      go(row, column + (event.shiftKey ? -1 : 1));
    } else if (readOnly || !plain) {
      return;
    } else if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      begin(row, column);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      write("");
    } else if (event.key.length === 1 && event.key !== " ") {
      // Before the page's own keys: here a letter is the beginning of a text.
      event.preventDefault();
      event.stopPropagation();
      setDraft(event.key);
    }
  };
  const begin = (row: number, column: number) => {
    const exercise = rows[row]?.exercise;
    const member = columns[column];
    if (!readOnly && exercise && member) {
      mine.current = true;
      setAt({ row, column });
      setDraft(textOf(exercise, member));
    }
  };
  const onInputKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    event.stopPropagation();
    if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      const step = event.shiftKey ? -1 : 1;
      if (write(event.currentTarget.value)) {
        go(event.key === "Enter" ? at.row + step : at.row, event.key === "Tab" ? at.column + step : at.column);
      }
    } else if (event.key === "Escape") {
      event.preventDefault();
      setDraft(undefined);
      setWrong(false);
    }
  };

  let index = -1;
  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a sheet whose cells are walked through is a grid
      role="grid"
      aria-label={t("weekNumber", { number: week.number })}
      className="w-full min-w-[980px] table-fixed border-collapse"
    >
      <thead className="text-left text-xs text-fg-3">
        <tr>
          {columns.map((member) => (
            <th key={member} scope="col" className={cn("px-2 py-1.5 font-normal", widths[member])}>
              {t(`cell.${member}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {week.sessions.map((session) => (
          <Fragment key={session.day}>
            <tr>
              <th
                scope="colgroup"
                colSpan={columns.length}
                className="border-y border-line bg-sunken px-2 py-1.5 text-left font-semibold"
              >
                {t("dayNumber", { number: session.day })}
                <span className="pl-2 font-normal text-fg-2">{session.name}</span>
              </th>
            </tr>
            {session.exercises.map((exercise, i) => {
              index += 1;
              const row = index;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place in the session is what the API knows it by
                <tr key={i} className="border-b border-line">
                  {columns.map((member, column) => {
                    const here = at.row === row && at.column === column;
                    const writing = here && draft !== undefined;
                    return (
                      <td
                        key={member}
                        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see the table
                        role="gridcell"
                        tabIndex={here && !writing ? 0 : -1}
                        data-cell={`${row}-${column}`}
                        data-cursor={here || undefined}
                        aria-readonly={readOnly || undefined}
                        onFocus={() => !here && draft === undefined && setAt({ row, column })}
                        onClick={() => !writing && go(row, column)}
                        onDoubleClick={() => begin(row, column)}
                        onKeyDown={onCellKey}
                        className={cn(
                          "relative h-9 px-2 py-1 align-top -outline-offset-2 focus:outline-2 focus:outline-ring",
                          member === "name" && "font-medium",
                          (member === "notes" || member === "alternatives") && "text-fg-2",
                          !writing && !readOnly && "cursor-cell",
                        )}
                      >
                        <span className={cn("tnum line-clamp-2 break-words", writing && "invisible")}>
                          {textOf(exercise, member) || (writing ? "" : "—")}
                        </span>
                        {writing && (
                          <input
                            // biome-ignore lint/a11y/noAutofocus: the person has just begun to write here
                            autoFocus
                            aria-label={t(`cell.${member}`)}
                            aria-invalid={wrong || undefined}
                            title={wrong ? t(member === "sets" ? "setsWrong" : "mustNotBeEmpty") : undefined}
                            value={draft}
                            maxLength={300}
                            onChange={(event) => {
                              setDraft(event.target.value);
                              setWrong(false);
                            }}
                            onKeyDown={onInputKey}
                            onBlur={(event) => !write(event.target.value) && setDraft(undefined)}
                            className={cn(
                              "absolute inset-0 z-10 min-w-full bg-raised px-2 outline-2 -outline-offset-2 outline-accent",
                              wrong && "outline-danger",
                            )}
                          />
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
