import { render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { beforeEach, expect, it } from "vitest";
import { i18next, speakUp, Trans, useTranslation, worded, words } from "./index";

beforeEach(() => speakUp(["common"], "ru"));

it("takes the form of a number that Russian wants", async () => {
  await words("tariffs");
  const said = (count: number) => i18next.t("tariffs:weeksCount", { count });
  expect([1, 4, 12, 21].map(said)).toEqual(["1 неделя", "4 недели", "12 недель", "21 неделя"]);
});

it("answers a key that nobody wrote with the key, or with what was given for it", () => {
  expect(worded("common:nowhere.at.all")).toBe("common:nowhere.at.all");
  expect(i18next.exists("common:save")).toBe(true);
  expect(i18next.exists("common:nowhere")).toBe(false);
});

it("puts values in as they are, markup and marks of its own included", () => {
  expect(i18next.t("common:remove", { what: "<b>{{what}}</b>" })).toBe("Убрать <b>{{what}}</b>");
});

function Page() {
  const { t } = useTranslation("tariffs");
  return <h1>{t("title")}</h1>;
}

it("waits for the words of a page, and says them anew in another language", async () => {
  render(
    <Suspense fallback="…">
      <Page />
    </Suspense>,
  );
  const before = (await screen.findByRole("heading")).textContent;
  await i18next.changeLanguage("en");
  expect((await screen.findByRole("heading")).textContent).not.toBe(before);
});

it("makes marks in a text elements", () => {
  const t = () => "Я согласен с <doc>условиями</doc>.";
  render(<p>{<Trans t={t} i18nKey="any" components={{ doc: <a href="/x">_</a> }} />}</p>);
  expect(screen.getByRole("link", { name: "условиями" })).toHaveAttribute("href", "/x");
  expect(screen.getByText(/Я согласен с/)).toHaveTextContent("Я согласен с условиями.");
});
