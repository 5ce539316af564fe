import { expect, it } from "vitest";
import { freshKey, moved, ownQuestion, placeOf, withQuestion } from "./draft";

it("moves a question and stays put at the edges", () => {
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], 1, 2)).toEqual(["a", "b"]);
});

it("never gives a key that is taken", () => {
  expect(freshKey(["own_1", "age", "own_2"], "own")).toBe("own_3");
  expect(ownQuestion("text", ["own_1"]).key).toBe("own_2");
});

it("finds the question that a refusal names", () => {
  expect(placeOf("questions[3].options[0].label")).toBe(3);
  expect(placeOf("based_on")).toBeUndefined();
});

it("puts a new question before the consents and a changed one where it was", () => {
  const age = { ...ownQuestion("number", []), key: "age" };
  const consent = { ...ownQuestion("text", []), key: "processing", type: "consent" };
  const own = ownQuestion("choice", []);
  const grown = withQuestion([age, consent], own);
  expect(grown.map(({ key }) => key)).toEqual(["age", own.key, "processing"]);
  expect(withQuestion(grown, { ...age, title: "Возраст" })[0]?.title).toBe("Возраст");
});
