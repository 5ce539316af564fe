import { day, useTranslation } from "@orbita/i18n";
import { Button, IconButton, toast } from "@orbita/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Clock, Pencil, X } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { wordsOf } from "@/app/queries";
import { restored, type Scheduled, scheduledQuery, useCancelScheduled } from "./queries";

const LaterDialog = lazy(() => import("./LaterDialog"));

/** What waits for its time, over the composer: it can be changed and taken back until it leaves. */
export function ScheduledStrip({ client }: { client: number }) {
  const { t } = useTranslation("inbox");
  const { data } = useQuery(scheduledQuery(client));
  const [all, setAll] = useState(false);
  const [edited, setEdited] = useState<Scheduled>();
  const waiting = data?.items ?? [];
  const shown = all ? waiting : waiting.slice(0, 2);
  if (waiting.length === 0) {
    return null;
  }
  return (
    <section
      aria-label={t("scheduled")}
      className="max-h-40 overflow-y-auto border-t border-line bg-sunken px-4 py-1.5"
    >
      <ul>
        {shown.map((message) => (
          <Waiting key={message.id} message={message} onEdit={() => setEdited(message)} />
        ))}
      </ul>
      {shown.length < waiting.length && (
        <Button variant="ghost" onClick={() => setAll(true)}>
          {t("scheduledMore", { count: waiting.length - shown.length })}
        </Button>
      )}
      {edited && (
        <Suspense>
          <LaterDialog
            client={client}
            channel={edited.channel ?? ""}
            text={edited.text ?? ""}
            message={edited}
            onClose={() => setEdited(undefined)}
            onDone={(words) => {
              setEdited(undefined);
              toast.done({ title: words });
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

function Waiting({ message, onEdit }: { message: Scheduled; onEdit: () => void }) {
  const { t } = useTranslation("inbox");
  const cancel = useCancelScheduled();
  const client = useQueryClient();
  // By the promise: the line is gone before the hook would call back.
  const take = () =>
    cancel.mutateAsync(message).then(
      () =>
        toast.undo({ title: t("cancelled") }, () => {
          restored(message).then(
            () => client.invalidateQueries({ queryKey: ["inbox"] }),
            (error: unknown) => toast.failed({ title: wordsOf(error) }),
          );
        }),
      () => undefined,
    );
  return (
    <li className="flex min-h-8 items-center gap-2">
      <Clock aria-hidden className="size-4 shrink-0 text-fg-3" />
      <span className="shrink-0 font-medium">{day(message.send_at)}</span>
      <span className="min-w-0 flex-1 truncate text-fg-2">{message.text}</span>
      <IconButton label={t("changeScheduled")} onClick={onEdit}>
        <Pencil aria-hidden />
      </IconButton>
      <IconButton label={t("cancelScheduled")} disabled={cancel.isPending} onClick={take}>
        <X aria-hidden />
      </IconButton>
    </li>
  );
}
