import { useLocation } from "@solidjs/router";
import { createMemo, createSelector, Show } from "solid-js";
import type { TicketId } from "../../../shared/ids.ts";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { TicketRow } from "../../parts/ticket-row.tsx";
import { now } from "../../platform/now.ts";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { WindowList } from "../../ui/window-list.tsx";
import { countByView, filterTickets } from "./filter-tickets.ts";
import { useListAddress } from "./list-address.ts";
import { ListSearch } from "./list-search.tsx";
import { TableHead, TableRow } from "./table-row.tsx";
import { ViewTabs } from "./view-tabs.tsx";
import "./ticket-list.css";

export type ListShape = "rows" | "pane" | "table";

interface TicketListProps {
  openId: TicketId | null;
  /** Rows of three lines, rows of two beside a ticket, or one line with columns. */
  shape: ListShape;
}

/** In rem. */
const rowHeights: Record<ListShape, number> = { rows: 5.5, pane: 3.875, table: 3.125 };

/** Every ticket on this device that fits the search, the newest change first. */
export const TicketList = (props: TicketListProps) => {
  const device = useDevice();
  const location = useLocation();
  const address = useListAddress();
  const shown = createMemo(() => filterTickets(device.tickets(), address.filter(), device.directory(), now()));
  const counts = createMemo(() => countByView(device.tickets(), now()));
  const isOpen = createSelector(() => props.openId);
  return (
    <section class={`list list-${props.shape}`} aria-label={t.app.tickets.heading}>
      <Show when={props.shape !== "table"}>
        <div class="list-tools">
          <ListSearch />
        </div>
      </Show>
      <ViewTabs view={address.filter().view} counts={counts()} hrefOf={address.hrefOf} />
      <FirstDownload />
      <Show when={shown().length > 0} fallback={<NothingShown hasAny={device.tickets().length > 0} />}>
        <Show when={props.shape === "table"}>
          <TableHead />
        </Show>
        <WindowList items={shown()} rowHeight={rowHeights[props.shape]}>
          {(listed) => (
            <Show
              when={props.shape === "table"}
              fallback={
                <TicketRow
                  listed={listed}
                  isOpen={isOpen(listed.summary.id)}
                  isCompact={props.shape === "pane"}
                  search={location.search}
                />
              }
            >
              <TableRow listed={listed} />
            </Show>
          )}
        </WindowList>
      </Show>
    </section>
  );
};

/** Real progress, in words. */
const FirstDownload = () => {
  const device = useDevice();
  return (
    <Show when={device.progress()}>
      {(progress) => (
        <p class="list-progress t2 ink-2" role="status">
          {t.app.tickets.progress(progress().done, progress().total)}
        </p>
      )}
    </Show>
  );
};

const NothingShown = (props: { hasAny: boolean }) => {
  const device = useDevice();
  const address = useListAddress();
  return (
    <Show
      when={props.hasAny}
      fallback={<Empty {...(device.progress() === null ? t.app.tickets.empty : t.app.tickets.arriving)} />}
    >
      <Empty title={t.app.tickets.noMatch.title} text={t.app.tickets.noMatch.text}>
        <Button kind="words" onClick={address.showAll}>
          {t.app.tickets.noMatch.action}
        </Button>
      </Empty>
    </Show>
  );
};
