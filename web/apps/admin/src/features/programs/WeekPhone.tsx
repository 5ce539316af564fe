import { useTranslation } from "@orbita/i18n";
import { InlineText, Property, Segmented } from "@orbita/ui";
import { useState } from "react";
import { type Cell, columns, parsed, textOf, type Value } from "./cells";
import type { Week } from "./queries";

type Props = { week: Week; readOnly: boolean; onWrite: (cell: Cell, value: Value, before: Value) => void };

/** A week on a phone: one day at a time, an exercise after another. */
export function WeekPhone({ week, readOnly, onWrite }: Props) {
  const { t } = useTranslation("programs");
  const [day, setDay] = useState(String(week.sessions[0]?.day ?? 1));
  const session = week.sessions.find((each) => String(each.day) === day) ?? week.sessions[0];
  if (!session) {
    return null;
  }
  return (
    <div className="flex flex-col gap-3 p-3">
      <div className="overflow-x-auto">
        <Segmented
          label={t("day")}
          value={String(session.day)}
          onChange={setDay}
          options={week.sessions.map((each) => ({
            value: String(each.day),
            label: t("dayNumber", { number: each.day }),
          }))}
        />
      </div>
      <h2 className="text-base font-semibold">{session.name}</h2>
      {session.exercises.map((exercise, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the session is what the API knows it by
        <section key={i} className="rounded-lg bg-raised p-3 shadow-card">
          <h3 className="mb-1 font-semibold">
            <span className="tnum pr-1.5 text-fg-3">{i + 1}</span>
            {exercise.name}
          </h3>
          <dl>
            {columns.map((member) => (
              <Property key={member} label={t(`cell.${member}`)}>
                <InlineText
                  label={`${t(`cell.${member}`)}: ${exercise.name}`}
                  value={textOf(exercise, member)}
                  placeholder="—"
                  disabled={readOnly}
                  onSave={(text) => {
                    const value = parsed(member, text);
                    if (value === undefined) {
                      return Promise.reject(new Error(t("mustNotBeEmpty")));
                    }
                    onWrite({ week: week.number, day: session.day, place: i + 1, member }, value, exercise[member]);
                    return undefined;
                  }}
                />
              </Property>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
