import { useNavigate } from "@solidjs/router";
import { createEffect, createMemo, on, Show, untrack } from "solid-js";
import type { TicketId } from "../../../shared/ids.ts";
import { t } from "../../i18n/messages.ts";
import { FirstDownload } from "../../parts/first-download.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { createRemWidth } from "../../platform/create-rem-width.ts";
import { isPhone } from "../../platform/layout.ts";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { NextTask } from "../../ui/next-task.tsx";
import { FilterBar, FilterButton, FiltersSet } from "./filter-bar.tsx";
import { createListKeys } from "./list-keys.ts";
import { useList } from "./list-state.tsx";
import { SearchBox } from "./search-box.tsx";
import { TicketCards } from "./ticket-cards.tsx";
import { TicketRows } from "./ticket-rows.tsx";
import { TicketTable } from "./ticket-table.tsx";
import { ViewTabs } from "./view-tabs.tsx";
import "./ticket-list.css";

/** In rem; a table on less would be all dots. */
const narrowestTable = 45;

interface TicketListProps {
  openId: TicketId | null;
  /** It stands beside an open ticket. */
  isPane: boolean;
}

/** Every ticket on this device that is asked for. */
export const TicketList = (props: TicketListProps) => {
  const list = useList();
  const navigate = useNavigate();
  let region!: HTMLElement;
  let reveal: ((index: number) => void) | null = null;
  const width = createRemWidth(() => region);
  const isNarrow = createMemo(() => (width() === null ? isPhone() : (width() ?? 0) < narrowestTable));
  const shape = createMemo(() => {
    if (props.isPane) return "pane";
    if (list.layout() === "cards") return "cards";
    return isNarrow() ? "rows" : "table";
  });
  const ids = createMemo(() => list.shown().map(({ summary }) => summary.id));
  const revealTicket = (id: TicketId) => {
    const index = ids().indexOf(id);
    if (index >= 0) reveal?.(index);
  };
  const onReady = (ready: (index: number) => void) => {
    reveal = ready;
    const open = untrack(() => props.openId);
    // Opened by its address: the list came after it.
    if (open !== null) queueMicrotask(() => revealTicket(open));
  };
  createListKeys({
    region: () => region,
    ids,
    cursor: () => props.openId ?? list.cursor(),
    reveal: revealTicket,
    get open() {
      return props.isPane ? (id: TicketId) => navigate(list.hrefOf(id)) : null;
    },
    clear: () => list.search(""),
    onEnter: list.onEnter,
  });
  // What is opened from elsewhere is in sight beside its ticket too.
  createEffect(
    on(
      () => props.openId,
      (id) => {
        if (id === null) return;
        list.setCursor(id);
        revealTicket(id);
      },
    ),
  );
  return (
    <section ref={region} class="list" aria-label={t.app.tickets.heading}>
      <Show when={props.isPane || isPhone()}>
        <div class="list-tools">
          <SearchBox />
          <Show when={props.isPane}>
            <FilterButton isIcon />
          </Show>
        </div>
      </Show>
      <Show when={!props.isPane} fallback={<FiltersSet />}>
        <ViewTabs />
        <FilterBar isNarrow={isNarrow()} />
      </Show>
      <FirstDownload />
      <NextTask>
        <Show when={list.shown().length > 0} fallback={list.counts() !== null && <NothingShown />}>
          <Show when={shape() === "table"}>
            <TicketTable tickets={list.shown()} onReady={onReady} />
          </Show>
          <Show when={shape() === "cards"}>
            <TicketCards tickets={list.shown()} width={width() ?? narrowestTable} onReady={onReady} />
          </Show>
          <Show when={shape() === "rows" || shape() === "pane"}>
            <TicketRows tickets={list.shown()} openId={props.openId} isCompact={shape() === "pane"} onReady={onReady} />
          </Show>
        </Show>
      </NextTask>
    </section>
  );
};

const NothingShown = () => {
  const device = useDevice();
  const list = useList();
  return (
    <Show
      when={device.tickets().length > 0}
      fallback={<Empty {...(device.progress() === null ? t.app.tickets.empty : t.app.tickets.arriving)} />}
    >
      <Empty {...t.list.noMatch}>
        <Button kind="words" onClick={list.clearFilters}>
          {t.list.clearFilters}
        </Button>
      </Empty>
    </Show>
  );
};
