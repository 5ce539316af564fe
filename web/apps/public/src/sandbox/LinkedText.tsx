import { pieces } from "./links";

/** Plain text whose addresses can be followed; nothing of it is read as markup. */
export function LinkedText({ text }: { text: string }) {
  return pieces(text).map((piece) =>
    piece.url ? (
      <a
        key={piece.at}
        href={piece.url}
        target="_blank"
        rel="noopener noreferrer"
        className="text-accent-text underline underline-offset-3 wrap-anywhere"
      >
        {piece.text}
      </a>
    ) : (
      piece.text
    ),
  );
}
