import { A } from "@solidjs/router";
import { createEffect, For } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { type ListView, listViews } from "./filter-tickets.ts";
import "./view-tabs.css";

interface ViewTabsProps {
  view: ListView;
  counts: Record<ListView, number>;
  hrefOf: (view: ListView) => string;
}

/** Status tabs with their numbers; empty ones are left out. The strip scrolls inside itself. */
export const ViewTabs = (props: ViewTabsProps) => {
  const shown = () => listViews.filter((view) => view === "all" || view === props.view || props.counts[view] > 0);
  let strip!: HTMLElement;
  createEffect(() => {
    void [props.view, shown()];
    const here = strip.querySelector(".view-here");
    // Only the strip itself: the page must not move.
    if (here instanceof HTMLElement) strip.scrollLeft = here.offsetLeft - (strip.clientWidth - here.offsetWidth) / 2;
  });
  return (
    <nav ref={strip} class="view-tabs" aria-label={t.app.tickets.status}>
      <For each={shown()}>
        {(view) => (
          <A
            class="view-tab t2"
            classList={{ "view-here": view === props.view }}
            href={props.hrefOf(view)}
            replace
            noScroll
            aria-current={view === props.view ? "true" : undefined}
          >
            {viewName(view)} <span class="figures">{props.counts[view]}</span>
          </A>
        )}
      </For>
    </nav>
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
