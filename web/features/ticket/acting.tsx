import { createSignal, type JSX, lazy, onCleanup, Show, Suspense } from "solid-js";
import type { TicketId } from "../../../shared/ids.ts";
import { type Act, ActingContext } from "../../parts/acting-context.ts";
import { onceReady } from "../../parts/once-ready.ts";
import { useDevice } from "../../parts/session-context.ts";
import { UndoBar } from "../../parts/undo/undo-bar.tsx";
import { createShortcut } from "../../platform/shortcut.ts";
import { approvalOfShown } from "../../presentation/approval.ts";
import { type Asking, actAtOnce, isAsking } from "./startable.ts";
import { createTicketPage, TicketPageContext } from "./ticket-context.ts";

const ActionDialog = lazy(() => import("./dialogs/action-dialog.tsx"));

const doubleTapMs = 600;

interface Asked {
  ticket: TicketId;
  type: Asking;
}

/** Lets what stands in it act on tickets that are not open. */
export const Acting = (props: { children: JSX.Element }) => {
  const device = useDevice();
  const [asked, setAsked] = createSignal<Asked | null>(null);
  let lastAct = { ticket: "", at: 0 };
  /** Of what the row shows; for a while it can be undone, like in the queue. */
  const approve = (id: TicketId) => {
    const ticket = device.tickets().find(({ summary }) => summary.id === id)?.summary;
    if (ticket === undefined) return;
    device.decide([{ ticket, action: approvalOfShown(ticket) }]);
  };
  const last = () => device.undoable.batches().at(-1)?.id;
  const undo = () => {
    const id = last();
    if (id !== undefined) device.undoable.undo(id);
  };
  createShortcut("z", undo);
  // Whoever leaves the page has decided.
  onCleanup(() => void device.undoable.takeAll());
  const act: Act = (ticket, type) => {
    // The row may stay with the same button for the next step: a double tap means one.
    if (lastAct.ticket === ticket && Date.now() - lastAct.at < doubleTapMs) return;
    lastAct = { ticket, at: Date.now() };
    if (isAsking(type)) setAsked({ ticket, type });
    else if (type === "approve") approve(ticket);
    else void onceReady(device, ticket, (open) => actAtOnce(open, type));
  };
  return (
    <ActingContext.Provider value={act}>
      {props.children}
      <Show when={last()} keyed>
        {(id) => (
          <div class="undo-float">
            <UndoBar id={id} onUndo={undo} />
          </div>
        )}
      </Show>
      <Show when={asked()} keyed>
        {(question) => <AskedDialog {...question} onClose={() => setAsked(null)} />}
      </Show>
    </ActingContext.Provider>
  );
};

const AskedDialog = (props: Asked & { onClose: () => void }) => {
  const open = useDevice().open(props.ticket);
  // After what the dialog's last press does.
  onCleanup(() => queueMicrotask(() => open.close()));
  // A question about a ticket is no look at it.
  const page = createTicketPage(
    open,
    () => {},
    () => null,
  );
  return (
    <Show when={open.phase() === "ready"}>
      <TicketPageContext.Provider value={page}>
        <Suspense>
          <ActionDialog type={props.type} onClose={props.onClose} />
        </Suspense>
      </TicketPageContext.Provider>
    </Show>
  );
};
