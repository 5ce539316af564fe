import { renderHook } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { switchHotkeys, useHotkey } from "./hotkeys";

const press = (code: string, more: KeyboardEventInit = {}, on: EventTarget = window) =>
  on.dispatchEvent(new KeyboardEvent("keydown", { code, key: "я", bubbles: true, cancelable: true, ...more }));

afterEach(() => {
  switchHotkeys(true);
  document.body.innerHTML = "";
});

it("goes by the place of the key, whatever letter it types", () => {
  const run = vi.fn();
  renderHook(() => useHotkey("C", "new", run));
  press("KeyC", { key: "с" });
  expect(run).toHaveBeenCalledTimes(1);
  press("KeyC", { ctrlKey: true });
  press("KeyC", { shiftKey: true });
  expect(run).toHaveBeenCalledTimes(1);
});

it("takes two keys one after the other", () => {
  const run = vi.fn();
  renderHook(() => useHotkey("G P", "go", run));
  press("KeyP");
  press("KeyG");
  press("KeyP");
  expect(run).toHaveBeenCalledTimes(1);
});

it("sleeps while somebody types or a dialog is open, except what works everywhere", () => {
  const run = vi.fn();
  const everywhere = vi.fn();
  renderHook(() => {
    useHotkey("C", "new", run);
    useHotkey("Mod K", "palette", everywhere, { everywhere: true });
  });
  const input = document.body.appendChild(document.createElement("input"));
  press("KeyC", {}, input);
  press("KeyK", { ctrlKey: true }, input);
  expect(run).not.toHaveBeenCalled();
  expect(everywhere).toHaveBeenCalledTimes(1);
  input.remove();
  document.body.innerHTML = '<div role="dialog"></div>';
  press("KeyC");
  expect(run).not.toHaveBeenCalled();
});

it("can be switched off", () => {
  const run = vi.fn();
  renderHook(() => useHotkey("C", "new", run));
  switchHotkeys(false);
  press("KeyC");
  expect(run).not.toHaveBeenCalled();
});
