import { useTranslation } from "@orbita/i18n";
import { Button, ButtonLink, IconButton } from "@orbita/ui";
import { X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { useHotkey } from "../hotkeys";
import { useMe } from "../session";
import { stops, tourTo } from "./tour";

/** A card in the corner that walks through the sections. It covers nothing that has to be pressed, and moves nothing. */
export default function Tour({ at }: { at: number }) {
  const { t } = useTranslation("start");
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { business } = useMe();
  const card = useRef<HTMLDivElement>(null);
  const before = useRef<HTMLElement | null>(null);
  const stop = stops[at] ?? stops[0];
  const last = at === stops.length - 1;
  const end = () => {
    tourTo(undefined);
    before.current?.focus();
  };
  const go = (next: number) => (next >= stops.length ? end() : next >= 0 && tourTo(next));

  useEffect(() => {
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  }, []);
  // Once for each stop: whoever walks away by themselves is not pulled back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page of the stop, not of each move
  useEffect(() => {
    if (pathname !== stop.to) {
      navigate(stop.to);
    }
    // After the page has taken the focus for itself.
    const timer = setTimeout(() => card.current?.focus({ preventScroll: true }), 50);
    return () => clearTimeout(timer);
  }, [at]);
  useHotkey("Escape", t("tour.end"), end);
  // Within the card only: on a board the arrows walk the cards.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      event.preventDefault();
      go(at + (event.key === "ArrowRight" ? 1 : -1));
    }
  };

  return (
    <div
      ref={card}
      tabIndex={-1}
      role="dialog"
      aria-label={t("tour.title")}
      data-peek
      onKeyDown={onKeyDown}
      className="fixed right-4 bottom-4 z-50 w-84 max-w-[calc(100vw-2rem)] rounded-xl bg-raised p-4 shadow-pop outline-none max-md:right-2 max-md:bottom-[calc(4rem+env(safe-area-inset-bottom))] max-md:left-2 max-md:w-auto"
    >
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1" aria-live="polite">
          <p className="tnum text-xs text-fg-3">{t("tour.of", { at: at + 1, all: stops.length })}</p>
          <h2 className="mt-0.5 text-base font-semibold">{t(`tour.stop.${stop.id}.title`)}</h2>
        </div>
        <IconButton label={t("tour.end")} onClick={end}>
          <X aria-hidden />
        </IconButton>
      </div>
      <p className="mt-1 text-fg-2">{t(`tour.stop.${stop.id}.text`)}</p>
      <div className="mt-3 flex items-center gap-2">
        {at > 0 && (
          <Button size="md" variant="ghost" onClick={() => go(at - 1)}>
            {t("tour.back")}
          </Button>
        )}
        <span className="flex-1" />
        {last && business.sandbox && (
          <a
            className="rounded-md px-2 font-medium text-accent-text underline underline-offset-2"
            href={`/sandbox/bot/${business.slug}`}
            target="_blank"
            rel="noopener"
          >
            {t("tour.tryBot")}
          </a>
        )}
        {last && !business.sandbox && (
          <ButtonLink size="md" to="/setup" onClick={end}>
            {t("tour.setUp")}
          </ButtonLink>
        )}
        <Button size="md" variant="primary" onClick={() => go(at + 1)}>
          {t(last ? "tour.done" : "tour.next")}
        </Button>
      </div>
    </div>
  );
}
