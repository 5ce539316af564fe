import { authorised } from "./client";

/** What the server tells of: a kind and the ids it concerns. */
export type Told = { kind: "lead" | "message" | "move" | "payment" | "client" | "task" | (string & {}); ids: number[] };

/** Splits a stream of server-sent events; keeps the unfinished rest between pieces. */
export function reader(onTold: (told: Told) => void): (piece: string) => void {
  let rest = "";
  return (piece) => {
    rest += piece.replaceAll("\r\n", "\n");
    for (let end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
      const told = parse(rest.slice(0, end));
      rest = rest.slice(end + 2);
      if (told) {
        onTold(told);
      }
    }
  };
}

function parse(block: string): Told | undefined {
  let kind = "";
  const data: string[] = [];
  for (const line of block.split("\n")) {
    if (line.startsWith("event:")) {
      kind = line.slice(6).trim();
    } else if (line.startsWith("data:")) {
      data.push(line.slice(5).trimStart());
    }
  }
  if (!kind) {
    return undefined;
  }
  try {
    return { kind, ids: idsOf(JSON.parse(data.join("\n"))) };
  } catch {
    return { kind, ids: [] };
  }
}

function idsOf(value: unknown): number[] {
  if (typeof value === "number") {
    return [value];
  }
  if (typeof value !== "object" || value === null) {
    return [];
  }
  return Object.entries(value)
    .filter(([name]) => name === "id" || name === "ids" || name.endsWith("_id") || /^\d+$/.test(name))
    .flatMap(([, id]) => idsOf(id));
}

/**
 * Listens until `signal` ends it. By fetch and not EventSource, which cannot send the token. Comes back after 1 s, 2 s
 * and so on up to 30 s, with a little chance, so that a restarted server is not met by all at once. `onJoined` is told
 * of each connection but the first: what happened meanwhile was missed.
 */
export async function listen(
  onTold: (told: Told) => void,
  onJoined: () => void,
  signal: AbortSignal,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
): Promise<void> {
  let tries = 0;
  let first = true;
  while (!signal.aborted) {
    try {
      const url = new URL("/api/events", location.origin);
      const response = await authorised(new Request(url, { signal, headers: { Accept: "text/event-stream" } }));
      if (response.status === 404 || response.status === 403) {
        return;
      }
      if (response.ok && response.body) {
        if (!first) {
          onJoined();
        }
        first = false;
        tries = 0;
        const read = reader(onTold);
        for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
          read(piece);
        }
      }
    } catch {
      // Broken off: the next turn comes back.
    }
    if (!signal.aborted) {
      tries += 1;
      await pause(Math.min(30_000, 1000 * 2 ** (tries - 1)) * (0.75 + Math.random() / 2));
    }
  }
}
