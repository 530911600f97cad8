import { type RouteSectionProps, useParams } from "@solidjs/router";
import { Show, Suspense } from "solid-js";
import type { TicketId } from "../../shared/ids.ts";
import { TicketList } from "../features/list/ticket-list.tsx";
import { MenuButton } from "../features/shell/menu-button.tsx";
import { t } from "../i18n/messages.ts";
import { useDevice } from "../parts/session-context.ts";
import { SyncPill } from "../parts/sync/sync-pill.tsx";
import { isDesk, isPhone } from "../platform/layout.ts";
import { PageHead } from "../ui/page-head.tsx";
import "./tickets.css";

/** The list; beside it, or on a phone in its place, the ticket that is open. */
export const Tickets = (props: RouteSectionProps) => {
  const params = useParams();
  const device = useDevice();
  const openId = () => (params.id ?? null) as TicketId | null;
  return (
    <div class="panes" classList={{ "panes-two": openId() !== null }}>
      <Show when={openId() === null || !isPhone()}>
        <main class="pane pane-list">
          <PageHead
            before={<MenuButton />}
            name={
              <h1 class="t3">
                {t.app.tickets.heading} <span class="section-count">{device.tickets().length}</span>
              </h1>
            }
          >
            <Show when={openId() === null}>
              <SyncPill />
            </Show>
          </PageHead>
          <TicketList openId={openId()} isTable={openId() === null && isDesk()} />
        </main>
      </Show>
      <Show when={openId() !== null}>
        <Suspense>{props.children}</Suspense>
      </Show>
    </div>
  );
};
