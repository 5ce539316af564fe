import { type Choice, Skeleton } from "@orbita/ui";
import { lazy, type ReactNode, Suspense } from "react";

export type Value = string | boolean | string[] | null;
export type Values = Record<string, Value>;

/** One control of a short form; `lines` is a text whose lines are the items of a list. */
export type Spec = {
  name: string;
  label: string;
  hint?: string | undefined;
  kind?: "text" | "email" | "password" | "area" | "select" | "checks" | "switch" | "day" | "money" | "code";
  options?: readonly Choice[];
  required?: boolean;
  placeholder?: string;
  autoComplete?: string;
  max?: number;
};

export type QuickFormProps = {
  fields: readonly Spec[];
  initial?: Values;
  submit: string;
  /** Throws what the server refused; its words go to the fields. */
  send: (values: Values) => Promise<unknown>;
  onDone?: () => void;
  /** The server's field names where they differ from the form's. */
  names?: Record<string, string>;
  /** Asks before unsaved changes are lost. One form of a page at most. */
  guarded?: boolean;
  /** Empties the form after it was sent. */
  clear?: boolean;
  danger?: boolean;
  beside?: ReactNode;
};

// The machinery of forms weighs as much as a page; what stands around the form need not wait for it.
const Body = lazy(() => import("./quick-form-body"));

/** A form of a few fields that needs no layout of its own. */
export const QuickForm = (props: QuickFormProps) => (
  <Suspense fallback={<Skeleton className="h-40 max-w-xl" />}>
    <Body {...props} />
  </Suspense>
);

/** The value of a text field. */
export const textOf = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === "string" ? value.trim() : "";
};

/** The items of a field of checks, or the lines of an area. */
export const itemsOf = (values: Values, name: string): string[] => {
  const value = values[name];
  return Array.isArray(value)
    ? value
    : typeof value === "string"
      ? value
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean)
      : [];
};
