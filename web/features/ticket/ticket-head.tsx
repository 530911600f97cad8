import { A, useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { BackButton } from "../../parts/back-button.tsx";
import { NeighbourButtons } from "../../parts/neighbours.tsx";
import { SyncPill } from "../../parts/sync/sync-pill.tsx";
import { isPhone } from "../../platform/layout.ts";
import { initialsOf } from "../../presentation/names.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { useTicketPage } from "./ticket-context.ts";

/** So many faces stand side by side; the rest are counted. */
const facesAtMost = 4;

/** Where one is, who else is here, and the state of sync. */
export const TicketHead = () => {
  const { ticket } = useTicketPage();
  const number = () => {
    const { number } = ticket().state;
    return number === null ? "" : t.words.number(number);
  };
  return (
    <PageHead
      before={<Show when={isPhone()}>{<BackButton home="/tickets" />}</Show>}
      name={
        <Show when={!isPhone()} fallback={<span class="figures">{number()}</span>}>
          <Crumbs number={number()} />
          <NeighbourButtons />
        </Show>
      }
    >
      <Faces />
      <SyncPill />
    </PageHead>
  );
};

const Crumbs = (props: { number: string }) => {
  const location = useLocation();
  return (
    <nav class="crumbs t2" aria-label={t.ticket.breadcrumb}>
      <A class="words" href={`/tickets${location.search}`}>
        {t.ticket.breadcrumb}
      </A>
      <Show when={props.number !== ""}>
        <span aria-hidden="true"> · </span>
        <b class="figures">{props.number}</b>
      </Show>
    </nav>
  );
};

const Faces = () => {
  const { open } = useTicketPage();
  const others = () => open.peers();
  return (
    <Show when={!isPhone() && others().length > 0}>
      <div class="faces">
        <For each={others().slice(0, facesAtMost)}>
          {(peer) => <Avatar initials={initialsOf(peer.username)} color={peer.color} size="large" />}
        </For>
        <Show when={others().length > facesAtMost}>
          <span class="t1 ink-2">{t.words.and(others().length - facesAtMost)}</span>
        </Show>
      </div>
    </Show>
  );
};
