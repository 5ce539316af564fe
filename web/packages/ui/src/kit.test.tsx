import { i18next, speakUp } from "@orbita/i18n";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { AlertDialog, type Column, DataTable, InlineText, MoneyInput, readPhone } from "./index";

beforeAll(async () => {
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  await speakUp(["common"], "ru");
  await i18next.loadNamespaces("common");
});
beforeEach(() => vi.restoreAllMocks());

it("lets nothing happen before the word is typed", async () => {
  const confirm = vi.fn();
  render(
    <AlertDialog
      open
      onOpenChange={() => undefined}
      title="Удалить?"
      confirm="Удалить"
      word="Марафон"
      onConfirm={confirm}
    />,
  );
  const button = await screen.findByRole("button", { name: "Удалить" });
  expect(button).toBeDisabled();
  await userEvent.type(screen.getByRole("textbox"), "Марафон");
  await userEvent.click(button);
  expect(confirm).toHaveBeenCalledTimes(1);
});

it("shows the old text again when saving failed", async () => {
  render(<InlineText label="Цель" value="Похудение" onSave={() => Promise.reject(new Error("no"))} />);
  await userEvent.click(screen.getByRole("button", { name: /Цель/ }));
  await userEvent.clear(screen.getByRole("textbox"));
  await userEvent.type(screen.getByRole("textbox"), "Тонус{Enter}");
  expect(await screen.findByRole("button", { name: "Цель: Похудение" })).toBeInTheDocument();
});

it("lets go by Esc without saving", async () => {
  const save = vi.fn(() => Promise.resolve());
  render(<InlineText label="Цель" value="Похудение" onSave={save} />);
  await userEvent.click(screen.getByRole("button", { name: /Цель/ }));
  await userEvent.type(screen.getByRole("textbox"), "!{Escape}");
  expect(save).not.toHaveBeenCalled();
});

it("takes money to the kopeck", async () => {
  const told = vi.fn();
  const Own = () => {
    const [value, setValue] = useState<string | null>(null);
    return (
      <MoneyInput
        value={value}
        onChange={(next) => {
          told(next);
          setValue(next);
        }}
      />
    );
  };
  render(<Own />);
  await userEvent.type(screen.getByRole("textbox"), "2990,05");
  await userEvent.tab();
  expect(told).toHaveBeenLastCalledWith("2990.05");
});

it.each([
  ["8 912 345-67-89", "+79123456789"],
  ["9123456789", "+79123456789"],
  ["+7 (912) 345 67 89 00", "+79123456789"],
  ["+49 170 1234567", "+491701234567"],
  ["", ""],
])("reads the phone %s as %s", (typed, phone) => {
  expect(readPhone(typed)).toBe(phone);
});

type Row = { id: number; name: string };
const columns: Column<Row>[] = [{ id: "name", header: "Имя", cell: (row) => row.name, fixed: true, sort: "name" }];
const rows = Array.from({ length: 1000 }, (_, id) => ({ id, name: `Клиент ${id}` }));
const rowId = (row: Row) => String(row.id);

it("draws a part of a thousand rows, and works by keys", async () => {
  const open = vi.fn();
  const select = vi.fn();
  const sort = vi.fn();
  render(
    <DataTable
      label="Клиенты"
      columns={columns}
      rows={rows}
      rowId={rowId}
      onOpen={open}
      selected={new Set()}
      onSelect={select}
      sort="name"
      onSort={sort}
    />,
  );
  expect(screen.getAllByRole("row").length).toBeLessThan(60);
  screen.getByRole("row", { name: /Клиент 0$/ }).focus();
  await userEvent.keyboard("{Enter}");
  expect(open).toHaveBeenCalledWith(rows[0]);
  await userEvent.keyboard(" ");
  expect(select).toHaveBeenCalledWith(new Set(["0"]));
  await userEvent.click(screen.getByRole("button", { name: /Имя/ }));
  expect(sort).toHaveBeenCalledWith("-name");
});
