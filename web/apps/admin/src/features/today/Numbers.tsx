import { money, number, percent, useTranslation } from "@orbita/i18n";
import { Stat } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useMe } from "@/app/session";
import { Answer } from "./Block";
import { changeOf, sum } from "./figures";
import { type Numbers as All, numbersQuery } from "./queries";

const shown = [
  ["revenue", "/analytics?tab=revenue"],
  ["payments_completed", "/payments?status=completed"],
  ["new_clients", "/clients"],
  ["came_bought_share", "/analytics?tab=funnel"],
] as const;

/** Thirty days in four numbers, each beside the thirty before; each opens what it is made of. */
export function Numbers() {
  const { t } = useTranslation("today");
  const query = useQuery(numbersQuery);
  return (
    <section aria-label={t("numbers")}>
      <Answer query={query} rows={2}>
        {(all) => (
          <ul className="grid grid-cols-2 gap-x-6 gap-y-4 xl:grid-cols-4">
            {shown.map(([name, to]) => (
              <li key={name}>
                <Of name={name} to={to} all={all} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}

function Of({ name, to, all }: { name: (typeof shown)[number][0]; to: string; all: All }) {
  const { t } = useTranslation("today");
  const { currency } = useMe().business;
  const { course, before } = all[name];
  const share = name === "came_bought_share";
  const is = share ? (course[0] ?? 0) : sum(course);
  const was = share ? (before[0] ?? 0) : sum(before);
  const say = (value: number) =>
    share ? percent(value) : name === "revenue" ? money({ amount: value.toFixed(2), currency }) : number(value);
  const change = share ? is - was : changeOf(is, was);
  return (
    <Link to={to} className="-m-2 block rounded-lg p-2 hover:bg-hover">
      <Stat
        label={t(`figure.${name}`)}
        value={say(is)}
        {...(change !== undefined &&
          Math.abs(change) >= 0.005 && {
            change: `${change > 0 ? "+" : "−"}${share ? t("points", { count: Math.round(Math.abs(change) * 100) }) : percent(Math.abs(change))}`,
            good: change > 0,
          })}
        hint={t("against", { was: say(was) })}
      >
        {!share && <Course course={course} before={before} />}
      </Stat>
    </Link>
  );
}

/** The course of thirty days over the quieter one of the thirty before. The numbers beside it say the same. */
function Course({ course, before }: { course: number[]; before: number[] }) {
  const high = Math.max(1, ...course, ...before);
  const line = (values: number[]) => {
    const from = course.length - values.length;
    return values
      .map((value, i) => {
        const x = course.length > 1 ? ((from + i) / (course.length - 1)) * 100 : 0;
        return `${i ? "L" : "M"}${x.toFixed(1)} ${(30 - (value / high) * 28).toFixed(1)}`;
      })
      .join("");
  };
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 32"
      preserveAspectRatio="none"
      className="mt-1 h-8 w-full overflow-visible"
      fill="none"
      strokeWidth="1.5"
      strokeLinejoin="round"
    >
      <path d={line(before)} stroke="var(--line-3)" strokeDasharray="3 3" vectorEffect="non-scaling-stroke" />
      <path d={line(course)} stroke="var(--accent)" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
