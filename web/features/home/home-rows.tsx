import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { QuickActions } from "../../parts/quick-actions.tsx";
import { TicketRow } from "../../parts/ticket-row.tsx";
import type { ListedTicket } from "../../sync/device.ts";

/** Home says what is pressing; the whole list has a page of its own. */
const shownAtMost = 4;

interface HomeRowsProps {
  tickets: readonly ListedTicket[];
  /** In the place of a row's meta line. */
  noteOf?: (listed: ListedTicket) => JSX.Element;
  /** How the rest is called, and where it stands. */
  more: (count: number) => string;
  href: string;
}

export const HomeRows = (props: HomeRowsProps) => (
  <>
    <ul>
      <For each={props.tickets.slice(0, shownAtMost)}>
        {(listed) => (
          <li class="home-row">
            <TicketRow listed={listed} note={props.noteOf?.(listed)} action={<QuickActions listed={listed} />} />
          </li>
        )}
      </For>
    </ul>
    <Show when={props.tickets.length > shownAtMost}>
      <A class="home-more t2" href={props.href}>
        {props.more(props.tickets.length - shownAtMost)}
      </A>
    </Show>
  </>
);
