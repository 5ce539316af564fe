import type { Mark, Plan, Session, Week } from "./types";

const WEEK_MS = 7 * 86_400_000;

/** The week of the plan that runs at that time; the first before it starts, the last after it. */
export function weekNow(plan: Plan, now: number): number {
  const first = plan.weeks[0]?.number ?? 1;
  const last = plan.weeks.at(-1)?.number ?? 1;
  if (!plan.starts_at) {
    return first;
  }
  const week = Math.floor((now - Date.parse(plan.starts_at)) / WEEK_MS) + 1;
  return Math.min(Math.max(week, first), last);
}

export const setsOf = (session: Session): number => session.exercises.reduce((sum, each) => sum + each.sets, 0);

/** How many sets of a training are done, by its marks. */
export function doneIn(marks: Iterable<Mark>, week: number, session: Session): number {
  const names = new Map(session.exercises.map((each) => [each.place, each]));
  let done = 0;
  for (const mark of marks) {
    const exercise = names.get(mark.place);
    const counts = mark.week === week && mark.day === session.day && mark.done && exercise?.name === mark.exercise;
    if (counts && mark.set <= (exercise?.sets ?? 0)) {
      done++;
    }
  }
  return done;
}

/** The first training of the week that is not done; the last one when all are. */
export function dayToDo(marks: readonly Mark[], week: Week): number {
  const open = week.sessions.find((session) => doneIn(marks, week.number, session) < setsOf(session));
  return (open ?? week.sessions.at(-1))?.day ?? 1;
}

/** «60-90 с» into 90, «2 мин» into 120; undefined when there is nothing to rest from. */
export function restSeconds(text: string | null): number | undefined {
  const numbers = text?.match(/\d+([.,]\d+)?/g)?.map((each) => Number(each.replace(",", ".")));
  const most = numbers?.length ? Math.max(...numbers) : 0;
  if (!text || most <= 0) {
    return undefined;
  }
  return Math.min(Math.round(/мин|min/i.test(text) ? most * 60 : most), 900);
}
