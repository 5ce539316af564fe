import { pieces, safeUrl } from "../links";

type Letter = { text?: string | null; links: { text: string; url: string }[] };

const STYLE =
  "body{font:16px/1.55 system-ui,sans-serif;margin:0;padding:20px 24px;color:#211f1b;background:#fff;max-width:40rem;overflow-wrap:anywhere}" +
  ".t{white-space:pre-wrap;margin:0 0 16px}a{color:#166547}" +
  "@media(prefers-color-scheme:dark){body{background:#1b1a18;color:#f0eee9}a{color:#7fd6ad}}";

/** A letter as a page of its own, made of escaped text alone: for a frame where nothing runs. */
export function letterPage(letter: Letter): string {
  const text = pieces(letter.text ?? "")
    .map((piece) => (piece.url ? anchor(piece.url, piece.text) : escaped(piece.text)))
    .join("");
  const links = letter.links
    .map((link) => {
      const url = safeUrl(link.url);
      return url ? `<p>${anchor(url, link.text)}</p>` : `<p>${escaped(link.text)}</p>`;
    })
    .join("");
  return (
    `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<style>${STYLE}</style><div class="t">${text}</div>${links}`
  );
}

const anchor = (url: string, text: string) =>
  `<a href="${escaped(url)}" target="_blank" rel="noopener noreferrer">${escaped(text)}</a>`;

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
