import { cn } from "@orbita/ui";

/** The sign of the product: a body and its orbit. */
export function Mark({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn("grid size-5 shrink-0 place-items-center rounded-[5px] bg-accent text-on-accent", className)}
    >
      <svg
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        className="size-full"
        aria-hidden="true"
      >
        <circle cx="10" cy="10" r="2.2" fill="currentColor" stroke="none" />
        <ellipse cx="10" cy="10" rx="6.6" ry="3.3" transform="rotate(-32 10 10)" />
      </svg>
    </span>
  );
}
