import { For, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { HeldApproval } from "../../parts/changes/held-approval.tsx";
import { PencilMark } from "../../parts/marks.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { RefusedCase } from "../../parts/sync/refused-case.tsx";
import { useTicketPage } from "./ticket-context.ts";
import "./pending.css";

/** What this person did here that the server has not ruled on, and what it refused. */
export const Pending = () => {
  const device = useDevice();
  const { open, me, ticket } = useTicketPage();
  const waiting = () => open.actions().filter(({ action, ruling }) => ruling === null && action.actor === me().id);
  const mine = () => device.refused().filter((change) => change.ticket === ticket().id);
  const held = () => mine().filter(({ code }) => code === "brief_changed");
  const refused = () => mine().filter(({ code }) => code !== "brief_changed");
  return (
    <>
      <Show when={waiting().length > 0}>
        <ul class="pending">
          <For each={waiting()}>
            {({ action }) => (
              <li>
                <PencilMark text={t.actions.waiting(t.actions.done[action.type])} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={held().length > 0}>
        <section class="pending-held" aria-label={t.sync.held}>
          <For each={held()}>
            {(change) => <HeldApproval refused={change} isFirst={false} isOnTicket onLeave={() => {}} />}
          </For>
        </section>
      </Show>
      <Show when={refused().length > 0}>
        <section class="pending-refused" aria-label={t.sync.needsYou}>
          <For each={refused()}>
            {(change) => <RefusedCase refused={change} isFirst={false} isOnTicket onLeave={() => {}} />}
          </For>
        </section>
      </Show>
    </>
  );
};
