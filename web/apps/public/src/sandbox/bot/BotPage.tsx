import { api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Drawer, ErrorBox, IconButton, toast, useTitle } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Activity } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { TestMark } from "../TestMark";
import type { Command } from "../types";
import { Behind, useClock } from "./Behind";
import { Composer } from "./Composer";
import { useBotChat } from "./chat";
import { GuestMenu } from "./GuestMenu";
import { useGuests } from "./guests";
import { Messages } from "./Messages";

/** The bot of a sandbox business as a messenger shows it. */
export function BotPage() {
  const { business = "demo" } = useParams();
  const bot = useQuery({
    queryKey: ["sandbox", business, "bot"],
    queryFn: () => take(api.GET("/api/sandbox/bot/{business}", { params: { path: { business } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (bot.isError) {
    return (
      <main className="mx-auto max-w-lg py-10">
        <ErrorBox error={bot.error} onRetry={() => void bot.refetch()} />
      </main>
    );
  }
  return (
    <Chat
      key={business}
      business={business}
      name={bot.data?.name ?? ""}
      commands={(bot.data?.commands ?? []) as Command[]}
    />
  );
}

function Chat(props: { business: string; name: string; commands: Command[] }) {
  const { business, name, commands } = props;
  const { t } = useTranslation("simulator");
  useTitle(t("title"));
  const { guest, guests, choose, create } = useGuests(business, t("guests.usual"));
  const clock = useClock();
  const chat = useBotChat(business, guest, clock.now);
  const [looking, setLooking] = useState(false);
  useStart((words) => void chat.say(words));

  const asked = chat.lines.findLast((line) => line.message?.reply_markup)?.message?.reply_markup;
  const phone = asked?.keyboard?.flat().find((it) => it.request_contact)?.text;
  const behind = <Behind business={business} chat={guest.id} clock={clock} />;
  return (
    <div className="flex h-dvh bg-accent-soft text-fg dark:bg-bg">
      <main className="flex min-w-0 flex-1 flex-col">
        <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line bg-surface pr-2 pl-3 sm:pl-5">
          <div className="min-w-0 flex-1">
            <h1 className="flex items-center gap-2 text-lg font-semibold">
              <span className="truncate">{name || t("title")}</span>
              <TestMark />
            </h1>
            <p aria-live="polite" className="text-xs text-fg-3">
              {chat.typing ? t("typing") : t("bot")}
            </p>
          </div>
          <GuestMenu business={business} guest={guest} guests={guests} onChoose={choose} onCreate={create} />
          <IconButton label={t("happened")} size="lg" className="xl:hidden" onClick={() => setLooking(true)}>
            <Activity />
          </IconButton>
        </header>
        <Messages
          key={guest.id}
          chat={chat}
          now={clock.now}
          onPressFailed={() => toast.failed({ title: t("notSent") })}
        />
        <Composer
          commands={commands}
          asksPhone={phone}
          onSay={(text) => void chat.say(text)}
          onPhone={(number) => void chat.shareContact(number)}
        />
      </main>
      <aside
        aria-label={t("behind")}
        className="hidden w-88 shrink-0 overflow-y-auto border-l border-line bg-surface px-5 py-4 xl:block"
      >
        {behind}
      </aside>
      <Drawer open={looking} onOpenChange={setLooking} title={t("behind")}>
        {behind}
      </Drawer>
    </div>
  );
}

/** A link `?start=…` presses «Start» with its payload, once; the address is plain afterwards. */
function useStart(say: (words: string) => void) {
  const [query, setQuery] = useSearchParams();
  const payload = query.get("start");
  const taken = useRef<string>(undefined);
  useEffect(() => {
    if (payload === null || taken.current === payload) {
      return;
    }
    taken.current = payload;
    setQuery({}, { replace: true });
    say(`/start ${payload.replace(/[^\w-]/g, "").slice(0, 64)}`.trim());
  }, [payload, say, setQuery]);
}
