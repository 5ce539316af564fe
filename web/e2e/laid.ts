import type { Cookie, Page } from "@playwright/test";
import { BotGuest } from "./bot-guest";
import { call, url } from "./orbita";

/** What the pictures need of the data: real ids, and the longest of everything beside the usual. */
export type Ids = {
  client: number;
  long: number;
  conversation: number;
  program: number;
  tariff: number;
  promocode: number;
  rule: number;
  payment: number;
  order: string;
  customer: Cookie[];
};

const LONG = "Константин-Александр Христорождественский-Верхнеуслонский Владимирович";

type Some = { items: { id: number; name?: string }[]; total?: number };

const first = async (page: Page, path: string) => (await call<Some>(page, "GET", path)).items[0]?.id ?? 1;

async function longest(page: Page): Promise<number> {
  const found = await call<Some>(page, "GET", `/api/clients?q=${encodeURIComponent("Христорождественский")}`);
  if (found.items[0]) {
    return found.items[0].id;
  }
  const made = await call<{ id: number }>(page, "POST", "/api/clients", {
    name: LONG,
    phones: ["+79160000777"],
    emails: ["konstantin.aleksandr.hristorozhdestvenskiy-verhneuslonskiy@ochen-dlinnyy-domen-pochty.example.ru"],
    tags: ["просит перезвонить только после восьми вечера", "очень-длинная-метка-без-единого-пробела-внутри"],
  });
  await call(page, "POST", "/api/tasks", {
    client_id: made.id,
    text: "Перезвонить и подробно рассказать, чем занятия с восстановлением после травмы отличаются от обычных",
    due_at: new Date(Date.now() + 3_600_000).toISOString(),
  });
  await call(page, "POST", "/api/tariffs", {
    title: "Индивидуальное сопровождение с восстановлением после травмы и ежедневной связью, двенадцать недель",
    description: "Для тех, кому важно вернуться к занятиям осторожно, под присмотром и с ежедневными ответами тренера.",
    price: { amount: "1249990.00", currency: "RUB" },
    months: 3,
    programme_weeks: 12,
    contains: ["Видеоразбор каждого упражнения с письменными замечаниями и подбором замены на каждый день недели"],
    active: true,
  });
  return made.id;
}

/** Ten thousand clients in the second business, through the import as an owner would do it. */
export async function tenThousand(page: Page): Promise<void> {
  const as = "studio-admin";
  if (((await call<Some>(page, "GET", "/api/clients?limit=1&with_total=true", undefined, as)).total ?? 0) >= 10_000) {
    return;
  }
  const rows = Array.from({ length: 10_000 }, (_, n) => `Посетитель Номер ${n};+7900${String(1_000_000 + n)}`);
  const entry = await page.request.post(url("/api/auth/login"), {
    data: { username: as, password: process.env.ORBITA_PASSWORD ?? "orbita-e2e-password" },
  });
  const { access_token } = (await entry.json()) as { access_token: string };
  const made = await page.request.post(url("/api/clients/imports?name=many.csv"), {
    headers: { authorization: `Bearer ${access_token}`, "content-type": "application/octet-stream" },
    data: Buffer.from(["Имя;Телефон", ...rows].join("\n"), "utf8"),
  });
  const { id } = (await made.json()) as { id: number };
  const until = async (states: RegExp) => {
    const end = Date.now() + 240_000;
    for (;;) {
      const { state } = await call<{ state: string }>(page, "GET", `/api/clients/imports/${id}`, undefined, as);
      if (states.test(state)) {
        return;
      }
      if (Date.now() > end) {
        throw new Error(`the import of ten thousand is still "${state}"`);
      }
      await new Promise((done) => setTimeout(done, 500));
    }
  };
  const columns = [
    { column: 0, field: "name" },
    { column: 1, field: "phone" },
  ];
  await call(page, "POST", `/api/clients/imports/${id}/check`, { columns, policy: "skip" }, as);
  await until(/checked/);
  await call(page, "POST", `/api/clients/imports/${id}/start`, {}, as);
  await until(/done|finished/);
}

async function order(page: Page): Promise<string> {
  const tariffs = (await (await page.request.get(url("/api/public/demo/tariffs"))).json()) as Some;
  const made = await page.request.post(url("/api/payments/create"), {
    data: {
      business: "demo",
      tariff_id: tariffs.items[0]?.id,
      contact: { name: "Анна Проверочная", phone: "+79161234567", email: "anna@example.test" },
      consent: true,
    },
  });
  return ((await made.json()) as { public_id: string }).public_id;
}

/** A customer with a program of the bot, signed in to the cabinet. */
async function customer(page: Page): Promise<Cookie[]> {
  const guest = new BotGuest(page, "Марина");
  await guest.answerAll();
  await page.goto(url(await guest.cabinet()));
  await page.waitForURL(url("/c"));
  return page.context().cookies();
}

/** `more` false leaves the business as others expect it: the longest of everything is then only somebody. */
export async function lay(page: Page, more = true): Promise<Ids> {
  const client = await first(page, "/api/clients?has_paid=true&limit=1");
  return {
    client,
    long: more ? await longest(page) : client,
    conversation: await first(page, "/api/conversations?limit=1"),
    program: await first(page, "/api/programs?limit=1"),
    tariff: await first(page, "/api/tariffs"),
    promocode: await first(page, "/api/promocodes"),
    rule: await first(page, "/api/reminders/rules"),
    payment: await first(page, "/api/payments?limit=1"),
    order: await order(page),
    customer: await customer(page),
  };
}
