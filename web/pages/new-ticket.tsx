import { useNavigate, useSearchParams } from "@solidjs/router";
import { createEffect, onCleanup, Show } from "solid-js";
import { type TicketId, ticketIdIn } from "../../shared/ids.ts";
import { IntakeView } from "../features/intake/intake-view.tsx";
import { useDevice } from "../parts/session-context.ts";
import type { Device } from "../sync/device.ts";

/** A draft is a ticket of its own from the first moment; the address keeps it through a reload. */
export default function NewTicket() {
  const device = useDevice();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  if (ticketIdIn(params.draft) === null)
    setParams({ draft: untouchedDraft(device) ?? device.createDraft() }, { replace: true });
  return (
    <main class="pane">
      <Show when={ticketIdIn(params.draft)} keyed>
        {(id) => {
          const open = device.open(id);
          onCleanup(() => open.close());
          createEffect(() => {
            const isGone = open.phase() === "absent";
            if (isGone || (open.phase() === "ready" && open.ticket().state.status !== "draft")) {
              navigate(isGone ? "/tickets" : `/tickets/${id}`, { replace: true });
            }
          });
          return (
            <Show when={open.phase() === "ready"}>
              <IntakeView open={open} />
            </Show>
          );
        }}
      </Show>
    </main>
  );
}

/** Opening the page twice leaves one empty draft behind, not two. */
const untouchedDraft = (device: Device): TicketId | undefined =>
  device.tickets().find(({ summary }) => {
    const { fields, state, brief } = summary;
    return (
      state.status === "draft" &&
      state.trashed === null &&
      fields.title === "" &&
      fields.requestType === null &&
      brief.trim() === ""
    );
  })?.summary.id;
