import { useTranslation } from "@orbita/i18n";
import { Avatar, ErrorBox, Late, Peek, Skeleton } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "react-router";
import { usePeek, usePeekNeighbours } from "@/app/peek";
import Properties from "./Properties";
import { cardQuery } from "./queries";
import StageMenu from "./StageMenu";
import { useWords } from "./words";

/** The client of `?client=` beside whatever page is open. */
export default function ClientPeek() {
  const { id, open } = usePeek();
  const ids = usePeekNeighbours();
  const { pathname } = useLocation();
  if (id === undefined || pathname === `/clients/${id}`) {
    return null;
  }
  const place = ids.indexOf(id);
  const go = (to: number | undefined) => (place < 0 || to === undefined ? undefined : () => open(to));
  return (
    <Shown key={id} id={id} onClose={() => open(undefined)} onPrev={go(ids[place - 1])} onNext={go(ids[place + 1])} />
  );
}

type Props = {
  id: number;
  onClose: () => void;
  onPrev: (() => void) | undefined;
  onNext: (() => void) | undefined;
};

function Shown({ id, onClose, onPrev, onNext }: Props) {
  const { t } = useTranslation("client");
  const words = useWords();
  const { data: card, error, refetch } = useQuery(cardQuery(id));
  const about = card && [words.goal(card.goal), words.experience(card.experience)].filter(Boolean).join(", ");
  return (
    <Peek
      label={card?.name || t("one")}
      onClose={onClose}
      onPrev={onPrev}
      onNext={onNext}
      to={`/clients/${id}`}
      head={card && <StageMenu card={card} />}
    >
      {error && !card ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : card ? (
        <>
          <div className="flex items-center gap-3 px-4 pt-4 pb-1">
            <Avatar name={card.name || t("nameless")} size={40} />
            <div className="min-w-0">
              <p className="truncate text-lg font-semibold tracking-[-0.01em]">{card.name || t("nameless")}</p>
              {about && <p className="truncate text-fg-3">{about}</p>}
            </div>
          </div>
          <Properties card={card} />
        </>
      ) : (
        <Late>
          <div className="flex flex-col gap-3 p-4">
            <Skeleton className="h-10 w-52" />
            <Skeleton className="h-16" />
            <Skeleton className="h-40" />
          </div>
        </Late>
      )}
    </Peek>
  );
}
