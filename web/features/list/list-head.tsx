import { type JSX, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { SyncPill } from "../../parts/sync/sync-pill.tsx";
import { isPhone } from "../../platform/layout.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { useList } from "./list-state.tsx";
import { SearchBox } from "./search-box.tsx";

interface ListHeadProps {
  /** Before the name: the menu of a tablet. */
  before: JSX.Element;
  isPane: boolean;
}

/** What the list shows and how many; the search and the state of sync where there is room for them. */
export const ListHead = (props: ListHeadProps) => {
  const list = useList();
  const view = () => list.query().view;
  return (
    <PageHead
      before={props.before}
      name={
        <h1 class={props.isPane ? "t3" : "t4"}>
          {props.isPane && view() !== "all" ? t.list.view[view()] : t.app.tickets.heading}{" "}
          <Show when={props.isPane}>
            <span class="count">{list.shown().length}</span>
          </Show>
        </h1>
      }
    >
      <Show when={!props.isPane}>
        <Show when={!isPhone()}>
          <SearchBox />
        </Show>
        <SyncPill />
      </Show>
    </PageHead>
  );
};
