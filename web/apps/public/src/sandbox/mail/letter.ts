import { pieces, safeUrl } from "../links";

type Letter = { text?: string | null; links: { text: string; url: string }[] };

/**
 * A letter as a page of its own, made of escaped text alone: for a frame where nothing runs.
 *
 * @param sheet the address of its style sheet: the policy of the page around it allows no style inside
 */
export function letterPage(letter: Letter, sheet: string): string {
  const text = pieces(letter.text ?? "")
    .map((piece) => (piece.url ? anchor(piece.url, piece.text) : escaped(piece.text)))
    .join("");
  const links = letter.links
    .map((link) => {
      const url = safeUrl(link.url);
      return url ? `<p>${anchor(url, link.text)}</p>` : `<p>${escaped(link.text)}</p>`;
    })
    .join("");
  return `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${escaped(sheet)}"><div class="text">${text}</div>${links}`;
}

const anchor = (url: string, text: string) =>
  `<a href="${escaped(url)}" target="_blank" rel="noopener noreferrer">${escaped(text)}</a>`;

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
