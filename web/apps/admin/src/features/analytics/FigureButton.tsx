import { Tip } from "@orbita/ui";
import type { ReactNode } from "react";

type Props = { label: string; onClick: (() => void) | undefined; children: ReactNode };

/** A number that opens its people; one without people, or a nought, is only a number. */
export const FigureButton = ({ label, onClick, children }: Props) =>
  onClick ? (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="hit rounded px-1 decoration-line-3 decoration-dotted underline-offset-4 underline hover:bg-hover hover:decoration-fg"
    >
      {children}
    </button>
  ) : (
    <span className="px-1">{children}</span>
  );

/** The name of a number; on hover and focus it says how the number is reckoned. */
export const Named = ({ title, definition }: { title: string; definition: string | undefined }) =>
  definition ? (
    <Tip label={definition}>
      <button type="button" className="hit cursor-help [text-align:inherit] hover:text-fg">
        {title}
      </button>
    </Tip>
  ) : (
    title
  );
