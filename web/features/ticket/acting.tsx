import { createEffect, createRoot, createSignal, type JSX, lazy, onCleanup, Show, Suspense } from "solid-js";
import type { TicketId } from "../../../shared/ids.ts";
import { type Act, ActingContext } from "../../parts/acting-context.ts";
import { useDevice } from "../../parts/session-context.ts";
import type { Device, OpenTicket } from "../../sync/device.ts";
import { type Asking, actAtOnce, isAsking } from "./startable.ts";
import { createTicketPage, TicketPageContext } from "./ticket-context.ts";

const ActionDialog = lazy(() => import("./dialogs/action-dialog.tsx"));

interface Asked {
  ticket: TicketId;
  type: Asking;
}

/** Lets what stands in it act on tickets that are not open. */
export const Acting = (props: { children: JSX.Element }) => {
  const device = useDevice();
  const [asked, setAsked] = createSignal<Asked | null>(null);
  const act: Act = (ticket, type) => {
    if (isAsking(type)) setAsked({ ticket, type });
    else whenReady(device, ticket, (open) => actAtOnce(open, type));
  };
  return (
    <ActingContext.Provider value={act}>
      {props.children}
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
  const page = createTicketPage(open, () => {});
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

/** Opens the ticket as far as the disk needs, does it, and closes it. */
const whenReady = (device: Device, ticket: TicketId, act: (open: OpenTicket) => void) =>
  createRoot((dispose) => {
    const open = device.open(ticket);
    createEffect(() => {
      const phase = open.phase();
      if (phase === "loading") return;
      if (phase === "ready") act(open);
      queueMicrotask(() => {
        open.close();
        dispose();
      });
    });
  });
