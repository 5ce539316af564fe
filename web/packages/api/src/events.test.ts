import { expect, it } from "vitest";
import { reader, type Told } from "./events";

it("reads events that come in pieces, with both ends of line, and skips comments", () => {
  const told: Told[] = [];
  const read = reader((each) => told.push(each));
  for (const piece of [
    ": hello\n\n",
    'event: move\ndata: {"client_id":',
    '7,"id":3}\r\n',
    "\r\nevent: lead\nda",
    "ta: {}\n\n",
    "event: task\ndata: broken\n\n",
    "event: mess",
  ]) {
    read(piece);
  }
  expect(told).toEqual([
    { kind: "move", ids: [7, 3] },
    { kind: "lead", ids: [] },
    { kind: "task", ids: [] },
  ]);
});
