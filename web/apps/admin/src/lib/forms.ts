import { ApiError } from "@orbita/api";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { wordsOf } from "@/app/queries";

/** `contains[0].title` and `price.amount` as react-hook-form writes them. */
const pathOf = (field: string) => field.replace(/\[(\d+)\]/g, ".$1");

/**
 * Puts what the server refused to its fields and the focus to the first of them. Answers the words that belong to no
 * field of this form, to be shown over it; undefined when each has found its place. `names` maps the server's field to
 * the form's where they differ, by its beginning: `{price: "amount"}` takes `price.amount` too.
 */
export function refuse<V extends FieldValues>(
  form: UseFormReturn<V, unknown, V>,
  error: unknown,
  names: Record<string, Path<V>> = {},
): string | undefined {
  if (!(error instanceof ApiError) || error.fields.length === 0) {
    return wordsOf(error);
  }
  const left: string[] = [];
  let first = true;
  for (const { field, message } of error.fields) {
    const path = pathOf(field);
    const name =
      names[path] ??
      names[path.split(".")[0] ?? ""] ??
      ((path in form.getValues() ? path : path.split(".")[0]) as Path<V>);
    const top = String(name).split(".")[0] ?? "";
    if (top in form.getValues()) {
      form.setError(name, { type: "server", message }, { shouldFocus: first });
      first = false;
    } else {
      left.push(message);
    }
  }
  return left.length > 0 ? left.join(" ") : undefined;
}
