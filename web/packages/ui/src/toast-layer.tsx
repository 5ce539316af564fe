import { Toast as T } from "@base-ui/react/toast";
import { useTranslation } from "@orbita/i18n";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useEffect } from "react";

export const makeManager = () => T.createToastManager();
export type Manager = ReturnType<typeof makeManager>;

type Props = { manager: Manager; onReady: (manager: Manager) => void };

/** Words at the edge of the screen. */
export default function ToastLayer({ manager, onReady }: Props) {
  // Effects run from the inside out: by now the provider within listens to its manager.
  useEffect(() => onReady(manager), [manager, onReady]);
  return (
    <T.Provider toastManager={manager}>
      <Toasts />
    </T.Provider>
  );
}

function Toasts() {
  const { toasts } = T.useToastManager();
  const { t } = useTranslation("common");
  return (
    <T.Portal>
      <T.Viewport className="fixed right-4 bottom-4 z-60 flex w-84 flex-col gap-2 max-md:inset-x-3 max-md:bottom-[calc(4.25rem+env(safe-area-inset-bottom))] max-md:w-auto">
        {toasts.map((each) => (
          <T.Root
            key={each.id}
            toast={each}
            data-toast
            className="rounded-lg bg-raised shadow-pop transition-[transform,opacity] duration-200 ease-out data-[ending-style]:opacity-0 data-[starting-style]:translate-y-2 data-[starting-style]:opacity-0"
          >
            <T.Content className="flex items-center gap-2.5 py-2 pr-2 pl-3">
              {each.type === "failed" ? (
                <CircleAlert aria-hidden className="size-4 shrink-0 text-danger" />
              ) : (
                <CircleCheck aria-hidden className="size-4 shrink-0 text-ok" />
              )}
              <div className="min-w-0 flex-1">
                <T.Title className="text-sm font-medium" />
                <T.Description className="text-xs text-fg-3 empty:hidden" />
              </div>
              <T.Action className="hit h-7 shrink-0 rounded-md px-2 text-sm font-medium text-accent-text empty:hidden hover:bg-hover" />
              <T.Close
                aria-label={t("close")}
                className="hit grid size-6 shrink-0 place-items-center rounded-md text-fg-3 hover:bg-hover"
              >
                <X className="size-3.5" />
              </T.Close>
            </T.Content>
          </T.Root>
        ))}
      </T.Viewport>
    </T.Portal>
  );
}
