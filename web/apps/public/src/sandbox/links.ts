/** The address, when a browser may go there: what a stranger typed may be anything. */
export function safeUrl(url: string | null | undefined): string | undefined {
  if (!url) {
    return undefined;
  }
  try {
    const address = new URL(url, location.origin);
    return address.protocol === "https:" || address.protocol === "http:" ? address.href : undefined;
  } catch {
    return undefined;
  }
}

const ADDRESS = /https?:\/\/[^\s<>"«»]+/g;

export type Piece = { at: number; text: string; url?: string };

/** A text cut into words and addresses. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    // The full stop after an address ends the sentence.
    const url = match[0].replace(/[.,;:!?)\]]+$/, "");
    if (match.index > at) {
      found.push({ at, text: text.slice(at, match.index) });
    }
    found.push({ at: match.index, text: url, url });
    at = match.index + url.length;
  }
  if (at < text.length) {
    found.push({ at, text: text.slice(at) });
  }
  return found;
}
