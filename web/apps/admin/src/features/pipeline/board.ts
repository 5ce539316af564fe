import type { Hue } from "@orbita/api";
import { type Amount, fromKopecks, toKopecks } from "@orbita/i18n";

export type Person = {
  id: number;
  name: string;
  source: string;
  tags: string[];
  assigned_to: number | null;
  paid_total: Amount;
};
export type Step = {
  at: string | null;
  text: string | null;
  task_id: number | null;
  overdue: boolean;
  today: boolean;
};
export type Card = {
  client: Person;
  since: string;
  over_norm: number;
  unread: number;
  goal: string | null;
  experience: string | null;
  step: Step | null;
  week: { number: number; of: number } | null;
};
export type Column = {
  id: number;
  name: string;
  role: string;
  hue: Hue;
  norm_days: number | null;
  count: number;
  paid: Amount;
  items: Card[];
  next_cursor: string | null;
};
export const quicks = ["waiting", "overdue", "today", "idle"] as const;
export type Quick = (typeof quicks)[number];
export type Board = { columns: Column[]; counts: Record<Quick, number> };

/** Where a card goes: a stage, and perhaps the card right above it or right below. */
export type Move = { id: number; stage: number; after?: number; before?: number; note?: string };

/** Won and lost stages are narrow rails: their cards wait for nothing. */
export const kindOf = (role: string): "open" | "won" | "lost" =>
  role === "finished" ? "won" : role === "inactive" ? "lost" : "open";

/** How full the glyph of each stage is: from 0 for the first open one to 1 for the last. */
export function fillings(stages: readonly { id: number; role: string }[]): Map<number, number> {
  const open = stages.filter(({ role }) => kindOf(role) === "open");
  return new Map(open.map(({ id }, i) => [id, open.length > 1 ? i / (open.length - 1) : 0]));
}

/** What its clients have paid, over these columns. */
export function paidIn(columns: readonly Column[]): Amount {
  const currency = columns[0]?.paid.currency ?? "RUB";
  return { amount: fromKopecks(columns.reduce((sum, { paid }) => sum + toKopecks(paid.amount), 0)), currency };
}

const shifted = (column: Column, card: Card, sign: 1 | -1): Column => ({
  ...column,
  count: Math.max(0, column.count + sign),
  paid: {
    ...column.paid,
    amount: fromKopecks(toKopecks(column.paid.amount) + sign * toKopecks(card.client.paid_total.amount)),
  },
});

/** The board after a move, with counts and sums; undefined when the card or the stage is not on it. */
export function moved(board: Board, { id, stage, after, before }: Move): Board | undefined {
  const from = board.columns.find(({ items }) => items.some(({ client }) => client.id === id));
  const to = board.columns.find((column) => column.id === stage);
  const card = from?.items.find(({ client }) => client.id === id);
  if (!from || !to || !card) {
    return undefined;
  }
  const stays = from === to;
  const put: Card = stays ? card : { ...card, since: new Date().toISOString(), over_norm: 0 };
  const rest = to.items.filter(({ client }) => client.id !== id);
  const above = after === undefined ? -1 : rest.findIndex(({ client }) => client.id === after);
  const below = before === undefined ? -1 : rest.findIndex(({ client }) => client.id === before);
  const at =
    above >= 0
      ? above + 1
      : below >= 0
        ? below
        : stays && after === undefined && before === undefined
          ? to.items.indexOf(card)
          : 0;
  const items = [...rest.slice(0, at), put, ...rest.slice(at)];
  return {
    ...board,
    columns: board.columns.map((column) => {
      if (column === to) {
        return stays ? { ...column, items } : { ...shifted(column, card, 1), items };
      }
      return column === from
        ? { ...shifted(column, card, -1), items: column.items.filter(({ client }) => client.id !== id) }
        : column;
    }),
  };
}

/** Where a card lands that is dropped upon another one. */
export function beside(column: Column, target: number, edge: "top" | "bottom", moving: number): Omit<Move, "id"> {
  const rest = column.items.filter(({ client }) => client.id !== moving);
  const at = rest.findIndex(({ client }) => client.id === target);
  if (edge === "bottom") {
    return { stage: column.id, after: target };
  }
  const above = rest[at - 1];
  return above ? { stage: column.id, after: above.client.id } : { stage: column.id, before: target };
}

/** Where Ctrl and an arrow take a card; undefined when there is nowhere to go. */
export function stepped(board: Board, id: number, key: string): Move | undefined {
  const at = board.columns.findIndex(({ items }) => items.some(({ client }) => client.id === id));
  const column = board.columns[at];
  if (!column) {
    return undefined;
  }
  const i = column.items.findIndex(({ client }) => client.id === id);
  if (key === "ArrowUp" || key === "ArrowDown") {
    const other = column.items[key === "ArrowUp" ? i - 1 : i + 1];
    return other && { id, ...beside(column, other.client.id, key === "ArrowUp" ? "top" : "bottom", id) };
  }
  const to = board.columns[key === "ArrowLeft" ? at - 1 : at + 1];
  if (!to) {
    return undefined;
  }
  const first = to.items[0];
  return first ? { id, stage: to.id, before: first.client.id } : { id, stage: to.id };
}

/** Which cards stand elsewhere than before, or have come: somebody else moved them. */
export function arrivals(before: Board, after: Board): number[] {
  const stood = new Map(before.columns.flatMap(({ id, items }) => items.map(({ client }) => [client.id, id] as const)));
  // What was beyond the loaded part may just have come into sight.
  const whole = new Map(before.columns.map(({ id, next_cursor }) => [id, next_cursor === null]));
  return after.columns.flatMap(({ id, items }) =>
    items
      .filter(({ client }) => (stood.has(client.id) ? stood.get(client.id) !== id : whole.get(id) === true))
      .map(({ client }) => client.id),
  );
}

/** One more page of a column. */
export const extended = (board: Board, page: Column): Board => ({
  ...board,
  columns: board.columns.map((column) => {
    if (column.id !== page.id) {
      return column;
    }
    const known = new Set(column.items.map(({ client }) => client.id));
    return {
      ...column,
      items: [...column.items, ...page.items.filter(({ client }) => !known.has(client.id))],
      next_cursor: page.next_cursor,
    };
  }),
});
