import { useCallback, useMemo, useRef } from "react";
import { useSearchParams } from "react-router";
import type { z } from "zod";

type Shape = z.ZodObject;
type Put = { replace?: boolean };

/**
 * Filters, tabs and the open record, in the address: they outlive a reload, can be sent to a colleague, and Back works.
 * A value that breaks the schema falls to its default by itself and leaves the others alone. What equals its default is
 * not written. Every field of the schema needs `.default(…)` or `.optional()`; lists are `z.array(z.string()).default([])`.
 */
export function useSearchState<S extends Shape>(
  schema: S,
): [z.output<S>, (patch: Partial<z.input<S>>, put?: Put) => void, () => void] {
  const [params, setParams] = useSearchParams();
  const value = useMemo(() => read(schema, params), [schema, params]);
  const latest = useRef(value);
  latest.current = value;

  const set = useCallback(
    (patch: Partial<z.input<S>>, { replace = true }: Put = {}) => {
      const next = { ...latest.current, ...patch };
      latest.current = next as z.output<S>;
      setParams((old) => write(schema, next, old), { replace });
    },
    [schema, setParams],
  );
  const reset = useCallback(() => {
    setParams((old) => write(schema, read(schema, new URLSearchParams()), old), { replace: true });
  }, [schema, setParams]);
  return [value, set, reset];
}

export function read<S extends Shape>(schema: S, params: URLSearchParams): z.output<S> {
  const value: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    const all = params.getAll(name);
    const tries: unknown[] = all.length === 0 ? [undefined] : [all[0], guess(all[0]), all];
    const good = tries.map((each) => field.safeParse(each)).find((result) => result.success);
    value[name] = good ? good.data : field.safeParse(undefined).data;
  }
  return value as z.output<S>;
}

/** What a number or a yes was before it went into an address. */
function guess(text: string | undefined): unknown {
  if (text === "true" || text === "false") {
    return text === "true";
  }
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

export function write(schema: Shape, value: Record<string, unknown>, old: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(old);
  const defaults = read(schema, new URLSearchParams()) as Record<string, unknown>;
  for (const name of Object.keys(schema.shape)) {
    next.delete(name);
    const own = value[name];
    if (own === undefined || own === null || own === "" || JSON.stringify(own) === JSON.stringify(defaults[name])) {
      continue;
    }
    for (const each of Array.isArray(own) ? own : [own]) {
      next.append(name, String(each));
    }
  }
  return next;
}
