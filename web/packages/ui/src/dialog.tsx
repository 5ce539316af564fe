import { type ComponentProps, type ComponentType, lazy, Suspense, useRef } from "react";
import type * as dialogs from "./dialogs";

const load = () => import("./dialogs");

/** What opens comes when it is opened for the first time; it stays then, so that it can close in its own way. */
function opened<P extends { open: boolean }>(pick: (all: typeof dialogs) => ComponentType<P>): ComponentType<P> {
  const Real = lazy(async () => ({ default: pick(await load()) as ComponentType<object> }));
  return function Opened(props: P) {
    const was = useRef(false);
    was.current ||= props.open;
    return (
      was.current && (
        <Suspense>
          <Real {...props} />
        </Suspense>
      )
    );
  };
}

export const Dialog = opened<ComponentProps<typeof dialogs.Dialog>>((all) => all.Dialog);
export const Drawer = opened<ComponentProps<typeof dialogs.Drawer>>((all) => all.Drawer);
export const Sheet = opened<ComponentProps<typeof dialogs.Sheet>>((all) => all.Sheet);
export const AlertDialog = opened<ComponentProps<typeof dialogs.AlertDialog>>((all) => all.AlertDialog);
