import { For } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { type ListView, listViews } from "./filter-tickets.ts";
import "./view-tabs.css";

interface ViewTabsProps {
  view: ListView;
  counts: Record<ListView, number>;
  onChoose: (view: ListView) => void;
}

/** Status tabs with their numbers; empty ones are left out. The strip scrolls inside itself. */
export const ViewTabs = (props: ViewTabsProps) => {
  const shown = () => listViews.filter((view) => view === "all" || view === props.view || props.counts[view] > 0);
  return (
    <fieldset class="view-tabs" aria-label={t.app.tickets.status}>
      <For each={shown()}>
        {(view) => (
          <button
            type="button"
            class="view-tab t2"
            aria-pressed={view === props.view}
            onClick={() => props.onChoose(view)}
          >
            {viewName(view)} <span class="figures">{props.counts[view]}</span>
          </button>
        )}
      </For>
    </fieldset>
  );
};

const viewName = (view: ListView): string => {
  switch (view) {
    case "all":
    case "open":
    case "overdue":
    case "trash":
      return t.app.tickets.views[view];
    default:
      return t.words.status[view];
  }
};
