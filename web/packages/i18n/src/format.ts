import { i18next } from "./speech";

/** Money as the API tells it: whole units and hundredths in a string. */
export type Amount = { amount: string; currency: string };

let zone: string | undefined;

/** The time zone of the business: everybody there reads the same clock, wherever they sit. */
export const setZone = (next: string | undefined): void => {
  zone = next;
};
export const timeZone = (): string | undefined => zone;

const locale = () => (i18next.language === "en" ? "en-GB" : "ru-RU");
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.PluralRules>();

// Making one takes longer than using it, and lists use thousands.
function cached<T extends NonNullable<ReturnType<typeof made.get>>>(key: string, make: (locale: string) => T): T {
  const full = `${locale()} ${zone ?? ""} ${key}`;
  const found = made.get(full) as T | undefined;
  if (found) {
    return found;
  }
  const fresh = make(locale());
  made.set(full, fresh);
  return fresh;
}

const NONE = "—";

/** «2 990 ₽»; kopecks only when there are some. */
export function money(value: Amount | null | undefined): string {
  if (!value) {
    return NONE;
  }
  const number = Number(value.amount);
  const digits = Number.isInteger(number) ? 0 : 2;
  return cached(
    `money ${value.currency} ${digits}`,
    (l) =>
      new Intl.NumberFormat(l, {
        style: "currency",
        currency: value.currency,
        currencyDisplay: "narrowSymbol",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  ).format(number);
}

/** «1,2 млн ₽» where there is no room for the whole. */
export function shortMoney(value: Amount | null | undefined): string {
  if (!value) {
    return NONE;
  }
  const number = Number(value.amount);
  if (Math.abs(number) < 100_000) {
    return money({ amount: String(Math.round(number)), currency: value.currency });
  }
  return cached(
    `short ${value.currency}`,
    (l) =>
      new Intl.NumberFormat(l, {
        style: "currency",
        currency: value.currency,
        currencyDisplay: "narrowSymbol",
        notation: "compact",
        maximumFractionDigits: 1,
      }),
  ).format(number);
}

/** Whole kopecks into the string that the API takes: 299050 into "2990.50". */
export function fromKopecks(kopecks: number): string {
  const sign = kopecks < 0 ? "-" : "";
  const whole = Math.abs(Math.trunc(kopecks));
  return `${sign}${Math.trunc(whole / 100)}.${String(whole % 100).padStart(2, "0")}`;
}

/** And back; exact up to 12 digits of units. */
export function toKopecks(amount: string): number {
  const [, sign, units = "0", rest = ""] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  const value = Number(units) * 100 + Number(rest.padEnd(2, "0") || "0");
  return sign ? -value : value;
}

export const number = (value: number, digits = 0): string =>
  cached(`number ${digits}`, (l) => new Intl.NumberFormat(l, { maximumFractionDigits: digits })).format(value);

/** A share from 0 to 1 as «12,5 %». */
export const percent = (share: number, digits = 0): string =>
  cached(
    `percent ${digits}`,
    (l) => new Intl.NumberFormat(l, { style: "percent", maximumFractionDigits: digits }),
  ).format(share);

type Moment = string | number | Date | null | undefined;
const at = (moment: Exclude<Moment, null | undefined>) => new Date(moment);

/** Months in three letters: Russian writes «нояб.» and «сент.», which do not line up. */
const cut = (text: string) => text.replace(/(\p{L}{3})\p{L}*\.?/gu, "$1").replace(/\s?г\.?$/, "");

/** Midnight to midnight in the zone of the business, as days since 1970. */
function dayNumber(date: Date): number {
  const [year = 0, month = 0, day = 0] = isoDate(date).split("-").map(Number);
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** The day in the zone of the business, «2026-11-30», for date fields. */
export const isoDate = (moment: Exclude<Moment, null | undefined>): string =>
  cached(
    "iso",
    () => new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }),
  ).format(at(moment));

/** «30 ноя», with the year when it is not this one. A plain date («2026-11-30») stays the day it names. */
export function date(moment: Moment, now: Date = new Date()): string {
  if (moment == null || moment === "") {
    return NONE;
  }
  const plain = typeof moment === "string" && /^\d{4}-\d{2}-\d{2}$/.test(moment);
  const value = plain ? new Date(`${moment}T12:00:00Z`) : at(moment);
  const year = value.getUTCFullYear() !== now.getUTCFullYear();
  return cut(
    cached(
      `date ${year} ${plain}`,
      (l) =>
        new Intl.DateTimeFormat(l, {
          day: "numeric",
          month: "short",
          ...(year ? { year: "numeric" } : {}),
          timeZone: plain ? "UTC" : zone,
        }),
    ).format(value),
  );
}

export const time = (moment: Moment): string =>
  moment == null
    ? NONE
    : cached("time", (l) => new Intl.DateTimeFormat(l, { hour: "2-digit", minute: "2-digit", timeZone: zone })).format(
        at(moment),
      );

/** «30 ноя, 14:05». */
export const dateTime = (moment: Moment, now?: Date): string =>
  moment == null ? NONE : `${date(moment, now)}, ${time(moment)}`;

/** «Сегодня, 14:05», «Вчера», «Завтра», else the date: for lists and feeds. */
export function day(moment: Moment, now: Date = new Date(), withTime = true): string {
  if (moment == null) {
    return NONE;
  }
  const away = dayNumber(at(moment)) - dayNumber(now);
  const named =
    Math.abs(away) <= 1
      ? cached("auto", (l) => new Intl.RelativeTimeFormat(l, { numeric: "auto" })).format(away, "day")
      : date(moment, now);
  const text = named.charAt(0).toUpperCase() + named.slice(1);
  return withTime ? `${text}, ${time(moment)}` : text;
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["minute", 60],
  ["hour", 3600],
  ["day", 86_400],
  ["week", 604_800],
  ["month", 2_629_800],
  ["year", 31_557_600],
];

/** «5 минут назад», «через 2 дня». */
export function ago(moment: Moment, now: Date = new Date()): string {
  if (moment == null) {
    return NONE;
  }
  const seconds = Math.round((at(moment).getTime() - now.getTime()) / 1000);
  const relative = cached("ago", (l) => new Intl.RelativeTimeFormat(l, { numeric: "auto" }));
  let best = relative.format(0, "second");
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) {
      best = relative.format(Math.trunc(seconds / size), unit);
    }
  }
  return best;
}

/** «+7 912 345-67-89»; foreign numbers as they came. */
export function phone(value: string | null | undefined): string {
  const [, a, b, c, d] = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(value ?? "") ?? [];
  return a ? `+7 ${a} ${b}-${c}-${d}` : value || NONE;
}

/** The form for a number, where the words come from data: `plural(5, "балл", "балла", "баллов")`. */
export function plural(count: number, one: string, few: string, many = few): string {
  const rule = cached("plural", (l) => new Intl.PluralRules(l)).select(Math.abs(count));
  return rule === "one" ? one : rule === "few" ? few : many;
}

/** «Мария С.» from «Мария Соколова», where a whole name has no room. */
export function shortName(name: string): string {
  const [first = "", ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return last ? `${first} ${[...last][0]}.` : first;
}

/** Up to two letters for an avatar. */
export const initials = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toUpperCase();
