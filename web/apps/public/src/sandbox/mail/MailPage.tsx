import { api, take } from "@orbita/api";
import { dateTime, day, useTranslation } from "@orbita/i18n";
import { buttonClass, cn, EmptyState, ErrorBox, SkeletonRows, useTitle } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, FileText, MailOpen, Mails } from "lucide-react";
import { useParams, useSearchParams } from "react-router";
import { safeUrl } from "../links";
import { TestMark } from "../TestMark";
import type { Letter } from "../types";
import { letterPage } from "./letter";
import sheet from "./letter.css?url&no-inline";

/** The letters that a business without a mail server would have sent. */
export function MailPage() {
  const { business = "demo" } = useParams();
  const { t } = useTranslation("simulator");
  useTitle(t("mail.title"));
  const [query, setQuery] = useSearchParams();
  const mail = useQuery({
    queryKey: ["sandbox", business, "mail"],
    queryFn: () =>
      take(api.GET("/api/sandbox/mail/{business}", { params: { path: { business }, query: { limit: 200 } } })).then(
        (page) => (page.items ?? []) as Letter[],
      ),
    refetchInterval: 4_000,
  });
  const letters = mail.data ?? [];
  const chosen = letters.find((it) => String(it.id) === query.get("letter"));
  const choose = (letter?: Letter) =>
    setQuery(letter ? { letter: String(letter.id) } : {}, { preventScrollReset: true });
  return (
    <main className="flex h-dvh flex-col bg-bg text-fg">
      <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line bg-surface px-4 sm:px-5">
        <Mails aria-hidden className="size-5 text-fg-3" />
        <h1 className="text-lg font-semibold">{t("mail.title")}</h1>
        <TestMark />
      </header>
      <div className="flex min-h-0 flex-1">
        <section
          aria-label={t("mail.list")}
          className={cn(
            "w-full shrink-0 overflow-y-auto border-line bg-surface md:w-84 md:border-r",
            chosen && "max-md:hidden",
          )}
        >
          {mail.isPending && <SkeletonRows rows={6} />}
          {mail.isError && !mail.data && <ErrorBox error={mail.error} onRetry={() => void mail.refetch()} />}
          {mail.isSuccess && letters.length === 0 && (
            <EmptyState icon={MailOpen} title={t("mail.none")} hint={t("mail.noneHint")} />
          )}
          <ul className="divide-y divide-line">
            {letters.map((letter) => (
              <li key={letter.id}>
                <button
                  type="button"
                  aria-current={letter === chosen || undefined}
                  onClick={() => choose(letter)}
                  className={cn(
                    "flex w-full flex-col gap-0.5 px-4 py-3 text-left outline-offset-[-2px] hover:bg-hover sm:px-5",
                    letter === chosen && "bg-accent-soft hover:bg-accent-soft",
                  )}
                >
                  <span className="flex w-full items-baseline gap-3">
                    <span className="min-w-0 flex-1 truncate text-sm text-fg-2">{letter.to}</span>
                    <time dateTime={letter.sent_at} className="text-xs text-fg-3 tnum">
                      {day(letter.sent_at)}
                    </time>
                  </span>
                  <span className="w-full truncate font-medium">{letter.subject || t("mail.noSubject")}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
        <section
          aria-label={t("mail.letter")}
          className={cn("min-w-0 flex-1 flex-col", chosen ? "flex" : "hidden md:flex")}
        >
          {chosen ? (
            <LetterView letter={chosen} onBack={() => choose()} />
          ) : (
            letters.length > 0 && <EmptyState icon={MailOpen} title={t("mail.choose")} className="my-auto" />
          )}
        </section>
      </div>
    </main>
  );
}

function LetterView({ letter, onBack }: { letter: Letter; onBack: () => void }) {
  const { t } = useTranslation("simulator");
  const file = safeUrl(letter.url);
  return (
    <>
      <header className="shrink-0 border-b border-line bg-surface px-4 py-3 sm:px-6">
        <button
          type="button"
          onClick={onBack}
          className={buttonClass({ variant: "ghost", size: "lg", className: "mb-1 -ml-3 md:hidden" })}
        >
          <ArrowLeft aria-hidden />
          {t("mail.back")}
        </button>
        <h2 className="text-xl font-semibold tracking-tight wrap-anywhere">{letter.subject || t("mail.noSubject")}</h2>
        <p className="text-sm text-fg-2 wrap-anywhere">
          {t("mail.to", { address: letter.to })}
          <span className="mx-1.5 text-fg-3">·</span>
          {dateTime(letter.sent_at)}
        </p>
        {file && (
          <a
            href={file}
            target="_blank"
            rel="noopener noreferrer"
            className={buttonClass({ className: "mt-2 max-w-full" })}
          >
            <FileText aria-hidden />
            <span className="truncate">{letter.file_name}</span>
          </a>
        )}
      </header>
      {/* No scripts, no forms, no access to this page: links open beside it, that is all. */}
      <iframe
        key={letter.id}
        title={letter.subject || t("mail.letter")}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        srcDoc={letterPage(letter, sheet)}
        className="min-h-0 w-full flex-1 bg-surface"
      />
    </>
  );
}
