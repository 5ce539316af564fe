import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refused } from "../lib/http";
import { begun, type Order, placeOrder } from "./order";

const order: Order = { name: "Анна", phone: "", email: "anna@example.ru", promo: "", consent: true };
const keys: string[] = [];
let answers: (() => Response)[] = [];
const receipt = () =>
  new Response(JSON.stringify({ public_id: "1-x", status: "pending", amount: { amount: "1.00", currency: "RUB" } }), {
    status: 201,
  });
const slow = () => new Response(JSON.stringify({ code: "payments.provider-unknown" }), { status: 503 });

beforeEach(() => {
  sessionStorage.clear();
  keys.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
    keys.push((init.headers as Record<string, string>)["Idempotency-Key"] ?? "");
    return (answers.shift() ?? receipt)();
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a slow bank is asked again with the same key", async () => {
  answers = [slow, slow, receipt];
  const placed = placeOrder("demo", 1, order);
  await vi.runAllTimersAsync();
  await placed;
  expect(new Set(keys).size).toBe(1);
  expect(keys).toHaveLength(3);
  expect(begun("demo", 1)).toBe("1-x");
});

test("a bank that stays silent is told of, and the next press goes on with the same key", async () => {
  answers = [slow, slow, slow];
  const placed = placeOrder("demo", 2, order).catch((cause: unknown) => cause);
  await vi.runAllTimersAsync();
  expect(await placed).toBeInstanceOf(Refused);
  await placeOrder("demo", 2, order);
  expect(new Set(keys).size).toBe(1);
});

test("another order has another key", async () => {
  await placeOrder("demo", 3, order);
  await placeOrder("demo", 3, { ...order, promo: "СТАРТ" });
  expect(new Set(keys).size).toBe(2);
});
