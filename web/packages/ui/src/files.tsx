import { useTranslation } from "@orbita/i18n";
import { Check, Upload } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import { CopyButton } from "./button";
import { cn } from "./cn";

type DropProps = {
  onFiles: (files: File[]) => void;
  /** As an input takes it: ".csv,.xlsx" or "image/*". */
  accept?: string;
  multiple?: boolean;
  /** Of each file, in megabytes. */
  limitMb?: number;
  hint?: ReactNode;
  disabled?: boolean;
  className?: string;
};

function fits(file: File, accept: string | undefined): boolean {
  return (
    !accept ||
    accept.split(",").some((kind) => {
      const wish = kind.trim().toLowerCase();
      return wish.startsWith(".")
        ? file.name.toLowerCase().endsWith(wish)
        : wish.endsWith("/*")
          ? file.type.startsWith(wish.slice(0, -1))
          : file.type === wish;
    })
  );
}

/** A place to drop files on, or to choose them by key or finger. Refuses the wrong ones before they travel. */
export function FileDrop({ onFiles, accept, multiple, limitMb = 10, hint, disabled, className }: DropProps) {
  const { t } = useTranslation("common");
  const id = useId();
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    const bad = files.find((file) => !fits(file, accept));
    const large = files.find((file) => file.size > limitMb * 1024 * 1024);
    setWrong(
      bad
        ? t("fileWrongKind", { name: bad.name })
        : large
          ? t("fileTooLarge", { name: large.name, limit: limitMb })
          : undefined,
    );
    if (!bad && !large && files.length > 0) {
      onFiles(files);
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) {
      take(event.dataTransfer.files);
    }
  };
  return (
    <div className={className}>
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={cn(
          "flex flex-col items-center gap-1 rounded-lg border border-dashed border-line-3 px-4 py-7 text-center hover:bg-hover",
          "has-focus-visible:outline-2 has-focus-visible:outline-ring",
          over && "border-accent bg-accent-soft",
          disabled && "opacity-50",
        )}
      >
        <Upload aria-hidden className="mb-1 size-5 text-fg-3" strokeWidth={1.75} />
        <span className="font-medium">{multiple ? t("dropMany") : t("dropHere")}</span>
        {hint && <span className="text-xs text-fg-3">{hint}</span>}
        <input
          id={id}
          type="file"
          className="sr-only"
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          onChange={(event) => {
            take(event.target.files);
            // The same file may be chosen again after it was mended.
            event.target.value = "";
          }}
        />
      </label>
      {wrong && (
        <p role="alert" className="mt-1.5 text-xs text-danger">
          {wrong}
        </p>
      )}
    </div>
  );
}

/** The way through a wizard. */
export function Stepper({ steps, current }: { steps: string[]; current: number }) {
  const { t } = useTranslation("common");
  return (
    <ol
      aria-label={t("step", { step: current + 1, total: steps.length })}
      className="flex items-center gap-2 overflow-x-auto"
    >
      {steps.map((step, i) => (
        <li key={step} aria-current={i === current ? "step" : undefined} className="flex shrink-0 items-center gap-2">
          {i > 0 && <span aria-hidden className="h-px w-6 bg-line-2 max-sm:w-3" />}
          <span
            className={cn(
              "tnum grid size-5 place-items-center rounded-full text-2xs font-semibold",
              i < current ? "bg-accent text-on-accent" : i === current ? "bg-fg text-bg" : "bg-press text-fg-3",
            )}
          >
            {i < current ? <Check aria-hidden className="size-3" strokeWidth={3} /> : i + 1}
          </span>
          <span className={cn("font-medium", i === current ? "text-fg" : "text-fg-3 max-sm:sr-only")}>{step}</span>
        </li>
      ))}
    </ol>
  );
}

/** Text to be copied as it stands: a key, a snippet for a site. */
export function CodeBlock({ code }: { code: string }) {
  return (
    <div className="relative rounded-lg bg-sunken shadow-[inset_0_0_0_1px_var(--line)]">
      <pre className="overflow-x-auto py-2.5 pr-11 pl-3 font-mono text-xs leading-5 break-all whitespace-pre-wrap">
        {code}
      </pre>
      <CopyButton text={code} className="absolute top-1.5 right-1.5" />
    </div>
  );
}
