import { api, take } from "@orbita/api";
import { dateTime, useTranslation, worded } from "@orbita/i18n";
import { Button, ErrorBox, SkeletonRows } from "@orbita/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowRight, CreditCard, Dumbbell, FileCheck2, LineChart, Sparkle } from "lucide-react";
import { useEffect, useState } from "react";
import type { Happening } from "../types";

const icons = {
  pipeline: ArrowRight,
  payments: CreditCard,
  programs: Dumbbell,
  dialogues: FileCheck2,
  journal: LineChart,
};

/** The clock of the sandbox: `now()` is the server's time, whatever the clock of this machine says. */
export function useClock() {
  const query = useQuery({
    queryKey: ["sandbox", "clock"],
    queryFn: async () => {
      const clock = await take(api.GET("/api/sandbox/clock"));
      return { movable: clock.movable, ahead: new Date(clock.now ?? Date.now()).getTime() - Date.now() };
    },
    refetchInterval: 30_000,
  });
  const ahead = query.data?.ahead ?? 0;
  return { movable: query.data?.movable ?? false, now: () => Date.now() + ahead };
}

/** What the guest's own phone would not show: stages, payments, programmes, and time that can be moved. */
export function Behind(props: { business: string; chat: number; clock: ReturnType<typeof useClock> }) {
  const { t } = useTranslation("simulator");
  return (
    <div className="flex flex-col gap-5">
      {props.clock.movable && <TimeTravel now={props.clock.now} />}
      <section aria-labelledby="happened">
        <h2 id="happened" className="mb-2 text-sm font-semibold">
          {t("happened")}
        </h2>
        <Happened business={props.business} chat={props.chat} now={props.clock.now} />
      </section>
    </div>
  );
}

function TimeTravel({ now }: { now: () => number }) {
  const { t } = useTranslation("simulator");
  const client = useQueryClient();
  const [shown, setShown] = useState(now);
  useEffect(() => {
    setShown(now());
    const timer = setInterval(() => setShown(now()), 1_000);
    return () => clearInterval(timer);
  }, [now]);
  const move = useMutation({
    mutationFn: (advance: string) => take(api.POST("/api/sandbox/clock", { body: { advance } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["sandbox"] }),
  });
  return (
    <section aria-labelledby="clock">
      <h2 id="clock" className="text-sm font-semibold">
        {t("clock.title")}
      </h2>
      <p className="mb-2 text-sm text-fg-2 tnum">{dateTime(shown, new Date(shown))}</p>
      <div className="flex flex-wrap gap-2">
        {(["PT1H", "P1D", "P7D"] as const).map((step) => (
          <Button key={step} disabled={move.isPending} onClick={() => move.mutate(step)}>
            {t(`clock.${step}`)}
          </Button>
        ))}
      </div>
      {move.isError && <ErrorBox error={move.error} className="mx-0" />}
    </section>
  );
}

function Happened({ business, chat, now }: { business: string; chat: number; now: () => number }) {
  const { t } = useTranslation("simulator");
  const events = useQuery({
    queryKey: ["sandbox", business, chat, "happened"],
    queryFn: () =>
      take(
        api.GET("/api/sandbox/bot/{business}/happened", {
          params: { path: { business }, query: { chat_id: chat, limit: 50 } },
        }),
      ).then((page) => (page.items ?? []) as Happening[]),
    refetchInterval: 3_000,
  });
  if (events.isPending) {
    return <SkeletonRows rows={4} />;
  }
  if (events.isError && !events.data) {
    return <ErrorBox error={events.error} onRetry={() => void events.refetch()} className="mx-0" />;
  }
  if (events.data.length === 0) {
    return <p className="text-sm text-fg-3">{t("nothing")}</p>;
  }
  return (
    <ol className="flex flex-col gap-3">
      {events.data.map((event) => (
        <li key={event.id} className="flex gap-2.5 text-sm">
          <Sign kind={event.kind} />
          <span className="min-w-0">
            <span className="block">{told(event)}</span>
            <time dateTime={event.at} className="text-xs text-fg-3 tnum">
              {dateTime(event.at, new Date(now()))}
            </time>
          </span>
        </li>
      ))}
    </ol>
  );
}

function Sign({ kind }: { kind: string }) {
  const Icon = icons[kind.replace(/\..*/, "") as keyof typeof icons] ?? Sparkle;
  return (
    <span className="mt-0.5 grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-text">
      <Icon aria-hidden className="size-3.5" />
    </span>
  );
}

/** In words; a kind that has none is shown by its name. */
function told(event: Happening): string {
  if (event.to_stage) {
    return event.from_stage ? `${event.from_stage} → ${event.to_stage}` : event.to_stage;
  }
  const key = `simulator:events.${event.kind.replace(".", "_")}`;
  const words = worded(key);
  const known = words !== key && !words.startsWith("events.") ? words : event.kind;
  return event.title ? `${known}: ${event.title}` : known;
}
