/** What one browser remembers of the chat. A page may forbid storage altogether; then it lives as long as the page. */
export type Look = { accent: string; onAccent: string; position: string; theme: string };

export type Kept = {
  /** The token of the visit. */
  visitor?: string | undefined;
  /** The last line that was seen. */
  read?: number;
  /** Buttons of lines up to this one were answered. */
  acted?: number;
  /** When the visitor last wrote, milliseconds. */
  wroteAt?: number;
  /** How the chat looked, so that the button stands where it will stand. */
  look?: Look;
};

export type Session = { get(): Kept; set(change: Kept): void };

export function openSession(name: string, storage: () => Storage = () => window.localStorage): Session {
  const key = `orbita-chat:${name}`;
  let memory: Kept = {};
  const read = (): Kept => {
    try {
      const found: unknown = JSON.parse(storage().getItem(key) ?? "null");
      return typeof found === "object" && found !== null ? (found as Kept) : memory;
    } catch {
      return memory;
    }
  };
  return {
    get: read,
    set(change) {
      // Another tab may have written meanwhile: only what changes is replaced.
      memory = { ...read(), ...change };
      try {
        storage().setItem(key, JSON.stringify(memory));
      } catch {
        // Blocked or full: the memory of this page has it.
      }
    },
  };
}
