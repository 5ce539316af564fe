import { time, useTranslation } from "@orbita/i18n";
import { Avatar, Button, ButtonLink } from "@orbita/ui";
import { usePeek } from "@/app/peek";
import type { Conversation } from "./queries";
import { channelOf } from "./words";

/** Whose conversation it is, beside it on a wide screen. */
export function About({ talk, takenBy }: { talk: Conversation; takenBy: string | undefined }) {
  const { t } = useTranslation("inbox");
  const peek = usePeek();
  const { client } = talk;
  return (
    client && (
      <aside
        aria-label={t("client")}
        className="hidden w-64 shrink-0 flex-col gap-3 overflow-y-auto border-l border-line p-4 xl:flex"
      >
        <div className="flex items-center gap-2.5">
          <Avatar name={client.name} size={36} />
          <h2 className="min-w-0 font-semibold break-words">{client.name}</h2>
        </div>
        <p className="text-fg-3">
          {t(`channel.${channelOf(talk.channel)}`)}
          <br />
          {takenBy
            ? `${t("answeredBy", { name: takenBy })}${talk.taken_until ? `, ${t("until", { time: time(talk.taken_until) })}` : ""}`
            : t("byBot")}
        </p>
        <Button onClick={() => peek.open(client.id)}>{t("peek")}</Button>
        <ButtonLink to={`/clients/${client.id}`}>{t("card")}</ButtonLink>
      </aside>
    )
  );
}
