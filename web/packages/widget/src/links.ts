/** The address, when a browser may go there; anything else (`javascript:` above all) is no link. */
export function safeUrl(url: string | null | undefined, base: string): string | undefined {
  if (!url) return undefined;
  try {
    const address = new URL(url, base);
    return address.protocol === "https:" || address.protocol === "http:" ? address.href : undefined;
  } catch {
    return undefined;
  }
}

const ADDRESS = /https?:\/\/[^\s<>"«»]+/g;

/** A text cut into words and addresses; an address is what stands at an odd place. */
export function withLinks(text: string): string[] {
  const parts: string[] = [];
  let at = 0;
  for (const found of text.matchAll(ADDRESS)) {
    // The full stop after an address ends the sentence.
    const address = found[0].replace(/[.,;:!?)\]]+$/, "");
    parts.push(text.slice(at, found.index), address);
    at = found.index + address.length;
  }
  parts.push(text.slice(at));
  return parts;
}
