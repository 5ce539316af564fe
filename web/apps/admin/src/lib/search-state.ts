import { useCallback, useMemo, useRef } from "react";
import { useAddress } from "./address";

/** How one value stands in an address. What cannot be read is the default: an address may be old, or mistyped. */
export type Part<T> = { read: (all: string[]) => T; write: (value: T) => string[] };

/** A text; empty when absent. */
export const text = (standard = ""): Part<string> => ({
  read: ([first]) => first ?? standard,
  write: (value) => (value === standard ? [] : [value]),
});

/** One of the given words; the first is the default. */
export const oneOf = <const T extends string>(words: readonly [T, ...T[]]): Part<T> => ({
  read: ([first]) => words.find((word) => word === first) ?? words[0],
  write: (value) => (value === words[0] ? [] : [value]),
});

/** One of the given words, or none. */
export const maybe = <const T extends string>(words: readonly T[]): Part<T | undefined> => ({
  read: ([first]) => words.find((word) => word === first),
  write: (value) => (value === undefined ? [] : [value]),
});

/** Yes or, when absent, no. */
export const flag = (): Part<boolean> => ({
  read: ([first]) => first === "1",
  write: (value) => (value ? ["1"] : []),
});

const whole = (word: string | undefined) => (word !== undefined && /^\d{1,15}$/.test(word) ? Number(word) : undefined);

/** The id of a record, or none. */
export const id = (): Part<number | undefined> => ({
  read: ([first]) => whole(first),
  write: (value) => (value === undefined ? [] : [String(value)]),
});

/** The id of a record, one of the given words, or none. */
export const idOr = <const T extends string>(...words: T[]): Part<number | T | undefined> => ({
  read: ([first]) => words.find((word) => word === first) ?? whole(first),
  write: (value) => (value === undefined ? [] : [String(value)]),
});

/** A day, «2026-11-30», or none. */
export const day = (): Part<string | undefined> => ({
  read: ([first]) => (first && /^\d{4}-\d{2}-\d{2}$/.test(first) ? first : undefined),
  write: (value) => (value ? [value] : []),
});

/** Several texts. */
export const list = (): Part<string[]> => ({ read: (all) => all, write: (value) => value });

// biome-ignore lint/suspicious/noExplicitAny: each part has a type of its own
type Parts = Record<string, Part<any>>;
type Values<P extends Parts> = { [K in keyof P]: P[K] extends Part<infer T> ? T : never };
type Put = { replace?: boolean };

/**
 * Filters, tabs and the open record, in the address: they outlive a reload, can be sent to a colleague, and Back works
 * (give `{replace: false}` for what Back should undo). `parts` stands outside the component.
 */
export function useSearchState<P extends Parts>(
  parts: P,
): [Values<P>, (patch: Partial<Values<P>>, put?: Put) => void, () => void] {
  const [params, change] = useAddress();
  const value = useMemo(() => readAll(parts, params), [parts, params]);
  const latest = useRef(value);
  latest.current = value;

  const set = useCallback(
    (patch: Partial<Values<P>>, { replace = true }: Put = {}) => {
      const next = { ...latest.current, ...patch };
      latest.current = next;
      change((old) => writeAll(parts, next, old), replace);
    },
    [parts, change],
  );
  const reset = useCallback(() => {
    change((old) => writeAll(parts, readAll(parts, new URLSearchParams()), old), true);
  }, [parts, change]);
  return [value, set, reset];
}

export const readAll = <P extends Parts>(parts: P, params: URLSearchParams): Values<P> =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.read(params.getAll(name))])) as Values<P>;

/** Leaves alone what is not ours. */
export function writeAll<P extends Parts>(parts: P, value: Values<P>, old: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(old);
  for (const [name, part] of Object.entries(parts)) {
    next.delete(name);
    for (const each of part.write(value[name])) {
      next.append(name, each);
    }
  }
  return next;
}
