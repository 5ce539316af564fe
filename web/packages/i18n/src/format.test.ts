import { beforeAll, describe, expect, it } from "vitest";
import {
  ago,
  date,
  day,
  fromKopecks,
  money,
  percent,
  phone,
  plural,
  setZone,
  shortMoney,
  time,
  toKopecks,
} from "./format";
import { i18next } from "./speech";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const rub = (amount: string) => ({ amount, currency: "RUB" });
const now = new Date("2026-11-30T20:30:00Z");

beforeAll(async () => {
  await i18next.changeLanguage("ru");
  setZone("Europe/Moscow");
});

describe("money", () => {
  it.each([
    ["2990.00", "2 990 ₽"],
    ["2990.5", "2 990,50 ₽"],
    ["0", "0 ₽"],
    ["-150.00", "-150 ₽"],
    ["1234567890.00", "1 234 567 890 ₽"],
  ])("%s is %s", (amount, shown) => {
    expect(plain(money(rub(amount)))).toBe(shown);
  });
  it("is short where there is no room", () => {
    expect(plain(shortMoney(rub("1234567.00")))).toBe("1,2 млн ₽");
    expect(plain(shortMoney(rub("99999.60")))).toBe("100 000 ₽");
  });
  it("loses no kopeck", () => {
    for (const amount of ["0.01", "0.10", "2990.05", "999999999999.99", "-12.30"]) {
      expect(fromKopecks(toKopecks(amount))).toBe(amount);
    }
  });
});

describe("dates on the clock of the business", () => {
  it("cuts months to three letters and names another year", () => {
    expect(plain(date("2026-11-30T12:00:00Z", now))).toBe("30 ноя");
    expect(plain(date("2025-09-01T12:00:00Z", now))).toBe("1 сен 2025");
    expect(plain(date("2026-05-09T12:00:00Z", now))).toBe("9 мая");
  });
  it("keeps a plain date on its day in every zone", () => {
    setZone("America/Los_Angeles");
    expect(plain(date("2026-11-30", now))).toBe("30 ноя");
    setZone("Europe/Moscow");
  });
  it("says today by the business's midnight, not the reader's", () => {
    expect(day("2026-11-30T21:30:00Z", now)).toBe("Завтра, 00:30");
    expect(day("2026-11-30T20:00:00Z", now)).toBe("Сегодня, 23:00");
    expect(day("2026-11-28T21:00:00Z", now, false)).toBe("Вчера");
    expect(time("2026-11-30T20:05:00Z")).toBe("23:05");
  });
  it("counts back in words", () => {
    expect(ago("2026-11-30T20:25:00Z", now)).toBe("5 минут назад");
    expect(ago("2026-12-02T20:30:00Z", now)).toBe("послезавтра");
  });
});

it("writes Russian phones in groups and leaves foreign ones", () => {
  expect(phone("+79123456789")).toBe("+7 912 345-67-89");
  expect(phone("+491701234567")).toBe("+491701234567");
  expect(phone(null)).toBe("—");
});

it("knows the Russian plural", () => {
  const points = (count: number) => plural(count, "балл", "балла", "баллов");
  expect([1, 2, 5, 11, 21, 22, 111].map(points)).toEqual([
    "балл",
    "балла",
    "баллов",
    "баллов",
    "балл",
    "балла",
    "баллов",
  ]);
});

it("writes shares", () => {
  expect(plain(percent(0.125, 1))).toBe("12,5 %");
});
