import { useNavigate, useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, onCleanup, Show } from "solid-js";
import { type TicketId, ticketIdIn } from "../../shared/ids.ts";
import { requestTypes } from "../../shared/ticket/ticket.ts";
import { BegunBefore } from "../features/intake/begun-before.tsx";
import { IntakeView } from "../features/intake/intake-view.tsx";
import { withWantedType } from "../features/intake/wanted-type.ts";
import { useDevice } from "../parts/session-context.ts";

/** A draft comes to be with the first word; from then on the address names it, so that a reload finds it again. */
export default function NewTicket() {
  const device = useDevice();
  const [params] = useSearchParams();
  const begun = () => ticketIdIn(params.draft);
  let fresh: TicketId | null = null;
  const draft = createMemo((): TicketId => {
    const named = begun();
    if (named === null) {
      fresh ??= device.createDraft();
      return fresh;
    }
    // The address has taken the draft's name while somebody writes in it; the next one asked for is another.
    fresh = null;
    return named;
  });
  return (
    <main class="pane">
      <Show when={draft()} keyed>
        {(id) => <Draft id={id} isFresh={id === fresh} />}
      </Show>
    </main>
  );
}

const Draft = (props: { id: TicketId; isFresh: boolean }) => {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const open = useDevice().open(props.id);
  onCleanup(() => open.close());
  const wanted = requestTypes.find((type) => type === params.type);
  const shown = wanted === undefined ? open : withWantedType(open, wanted);
  createEffect(() => {
    if (open.hasWaiting() && params.draft === undefined)
      setParams({ draft: props.id, type: null }, { replace: true, scroll: false });
  });
  createEffect(() => {
    const isGone = open.phase() === "absent";
    if (isGone || (open.phase() === "ready" && open.ticket().state.status !== "draft")) {
      navigate(isGone ? "/tickets" : `/tickets/${props.id}`, { replace: true });
    }
  });
  return (
    <Show when={open.phase() === "ready"}>
      <IntakeView open={shown} notice={props.isFresh && <BegunBefore id={props.id} />} />
    </Show>
  );
};
