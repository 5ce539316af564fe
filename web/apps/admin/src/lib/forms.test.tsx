import { ApiError } from "@orbita/api";
import { renderHook } from "@testing-library/react";
import { useForm } from "react-hook-form";
import { expect, it } from "vitest";
import { refuse } from "./forms";

const problem = (...fields: [string, string][]) =>
  new ApiError(
    422,
    "invalid",
    "Проверьте поля",
    fields.map(([field, message]) => ({ field, code: "x", message })),
  );

it("puts words to their fields, by the map and by the beginning of the path, and answers what is left", () => {
  const { result } = renderHook(() => {
    const form = useForm({ defaultValues: { title: "", price: "", weeks: 0 } });
    return { form, errors: form.formState.errors };
  });
  const left = refuse(
    result.current.form,
    problem(["price.amount", "Мало"], ["programme_weeks", "Не столько"], ["other", "Не то"]),
    {
      programme_weeks: "weeks",
    },
  );
  expect(result.current.form.getFieldState("price").error?.message).toBe("Мало");
  expect(result.current.form.getFieldState("weeks").error?.message).toBe("Не столько");
  expect(left).toBe("Не то");
});

it("answers the words of the problem when it names no field", () => {
  const { result } = renderHook(() => useForm({ defaultValues: { title: "" } }));
  expect(refuse(result.current, new ApiError(409, "conflict", "Занято"))).toBe("Занято");
});
