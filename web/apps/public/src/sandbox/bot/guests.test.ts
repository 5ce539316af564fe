import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { useGuests } from "./guests";

beforeEach(() => localStorage.clear());

it("has one guest from the start, and the same one after a reload", () => {
  const first = renderHook(() => useGuests("demo", "Гость")).result.current.guest;
  expect(first.name).toBe("Гость");
  expect(Number.isSafeInteger(first.id)).toBe(true);
  expect(renderHook(() => useGuests("demo", "Гость")).result.current.guest).toEqual(first);
  expect(renderHook(() => useGuests("studio", "Гость")).result.current.guest.id).not.toBe(first.id);
});

it("plays whoever was chosen last, and forgets nobody", () => {
  const { result } = renderHook(() => useGuests("demo", "Гость"));
  const first = result.current.guest;
  act(() => result.current.create("Вера"));
  expect(result.current.guest.name).toBe("Вера");
  act(() => result.current.choose(first));
  expect(result.current.guest).toEqual(first);
  expect(result.current.guests).toHaveLength(2);
});

it.each(['{"list":[{"id":-1,"name":"x"},{"id":"7"}]}', "{not json", '{"list":7}', "null"])(
  "begins anew when the storage holds %s",
  (kept) => {
    localStorage.setItem("orbita.sandbox.guests.demo", kept);
    const { result } = renderHook(() => useGuests("demo", "Гость"));
    expect(result.current.guests).toHaveLength(1);
    expect(result.current.guest.name).toBe("Гость");
  },
);
