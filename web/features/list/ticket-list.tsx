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
import { SearchBox } from "./search-box.tsx";
import { TableHead, TableRow } from "./table-row.tsx";
import { ViewTabs } from "./view-tabs.tsx";
import "./ticket-list.css";

interface TicketListProps {
  openId: TicketId | null;
  /** One line a ticket with columns, instead of rows of three lines. */
  isTable: boolean;
}

const rowHeights = { row: 5.25, table: 3.125 };

/** Every ticket on this device that fits the search, the newest change first. */
export const TicketList = (props: TicketListProps) => {
  const device = useDevice();
  const location = useLocation();
  const address = useListAddress();
  const shown = createMemo(() => filterTickets(device.tickets(), address.filter(), device.directory(), now()));
  const counts = createMemo(() => countByView(device.tickets(), now()));
  const isOpen = createSelector(() => props.openId);
  return (
    <section class="list" classList={{ "list-table": props.isTable }} aria-label={t.app.tickets.heading}>
      <div class="list-tools">
        <SearchBox query={address.filter().query} onSearch={address.setQuery} />
      </div>
      <ViewTabs view={address.filter().view} counts={counts()} onChoose={address.setView} />
      <FirstDownload />
      <Show when={shown().length > 0} fallback={<NothingShown hasAny={device.tickets().length > 0} />}>
        <Show when={props.isTable}>
          <TableHead />
        </Show>
        <WindowList items={shown()} rowHeight={props.isTable ? rowHeights.table : rowHeights.row}>
          {(listed) => (
            <Show
              when={props.isTable}
              fallback={<TicketRow listed={listed} isOpen={isOpen(listed.summary.id)} search={location.search} />}
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
