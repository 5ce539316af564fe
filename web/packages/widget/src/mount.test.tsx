import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { mount } from "./mount";

const answers: Record<string, unknown> = {
  "/api/widget/config": {
    business: "demo",
    name: "Студия «Орбита»",
    accent: "#123456",
    on_accent: "#ffffff",
    position: "left",
    theme: "dark",
    quick_replies: ["Узнать цены"],
    bot_url: "javascript:alert(1)",
    consent: { version: "1", text: "Согласен на обработку" },
  },
  "/api/website/visit": { visitor: "v.1" },
  "/api/chat/message": { reply: "", messages: [] },
  "/api/chat/history": {
    items: [
      { id: 1, author: "client", text: "<img src=x onerror=alert(1)>", at: "2026-11-20T10:00:00Z" },
      {
        id: 2,
        author: "staff",
        text: "<script>alert(1)</script>",
        buttons: [
          [
            { text: "Плохая", url: "javascript:alert(1)" },
            { text: "Хорошая", url: "https://a.example/" },
          ],
        ],
        file_name: "<b>.pdf",
        url: "/api/files/1",
        at: "2026-11-20T10:00:00Z",
      },
    ],
  },
};

let asked: string[];
let unmount: () => void;
const host = () => document.querySelector("orbita-chat") as HTMLElement;
const root = () => host().shadowRoot as ShadowRoot;
const press = (label: string) =>
  (
    [...root().querySelectorAll("button")].find(
      (it) => (it.getAttribute("aria-label") ?? it.textContent) === label,
    ) as HTMLElement
  ).click();

beforeEach(() => {
  localStorage.clear();
  asked = [];
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal("fetch", async (url: string) => {
    const path = new URL(url).pathname;
    asked.push(path);
    return new Response(JSON.stringify(answers[path] ?? {}), { headers: { "Content-Type": "application/json" } });
  });
});
afterEach(() => {
  unmount();
  vi.unstubAllGlobals();
});

it("asks the server for nothing before it is opened", async () => {
  unmount = mount({ business: "demo", base: "https://crm.example" });
  await new Promise((done) => setTimeout(done, 20));
  expect(asked).toEqual([]);
  expect(root().querySelector("button")?.getAttribute("aria-expanded")).toBe("false");
});

it("takes the owner's look, and Esc closes it", async () => {
  unmount = mount({ business: "demo", base: "https://crm.example" });
  press("Открыть чат");
  await vi.waitFor(() => expect(root().querySelector("h2")?.textContent).toBe("Студия «Орбита»"));
  expect(host().dataset).toMatchObject({ theme: "dark", side: "left" });
  expect(host().style.getPropertyValue("--a")).toBe("#123456");
  expect([...root().querySelectorAll("a")].map((it) => it.href)).toEqual([]);
  root()
    .querySelector(".p")
    ?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  await vi.waitFor(() => expect(root().querySelector(".p")).toBeNull());
});

it("shows markup of strangers as the text it is, and no link that runs", async () => {
  unmount = mount({ business: "demo", base: "https://crm.example" });
  press("Открыть чат");
  await vi.waitFor(() => expect(root().textContent).toContain("Узнать цены"));
  press("Узнать цены");
  await vi.waitFor(() => expect(root().textContent).toContain("<script>alert(1)</script>"));
  expect(root().querySelector("img,script,b")).toBeNull();
  expect([...root().querySelectorAll("a")].map((it) => it.href)).toEqual([
    "https://crm.example/api/files/1",
    "https://a.example/",
  ]);
  expect(root().querySelector("[style]")?.getAttribute("style") ?? "").not.toContain("alert");
});

it("speaks English on an English page", () => {
  unmount = mount({ business: "demo", base: "https://crm.example", lang: "en-GB" });
  expect(root().querySelector("button")?.getAttribute("aria-label")).toBe("Open chat");
});
