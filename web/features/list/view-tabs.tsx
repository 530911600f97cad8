import { A } from "@solidjs/router";
import { createEffect, createMemo, For, onCleanup } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { listViews } from "./list-query.ts";
import { useList } from "./list-state.tsx";
import "./view-tabs.css";

/** The views with their numbers; empty ones are left out. The strip scrolls inside itself. */
export const ViewTabs = () => {
  const list = useList();
  const view = createMemo(() => list.query().view);
  const shown = createMemo(
    () => listViews.filter((one) => one === "all" || one === view() || (list.counts()?.[one] ?? 0) > 0),
    undefined,
    // Looking where a tab stands makes the browser lay out the page: never for a letter typed.
    { equals: (before, now) => before.join() === now.join() },
  );
  let strip!: HTMLElement;
  createEffect(() => {
    void [view(), shown()];
    // With the frame's own layout, not with one more.
    const frame = requestAnimationFrame(() => {
      const here = strip.querySelector(".view-here");
      // Only the strip itself: the page must not move.
      if (here instanceof HTMLElement) strip.scrollLeft = here.offsetLeft - (strip.clientWidth - here.offsetWidth) / 2;
    });
    onCleanup(() => cancelAnimationFrame(frame));
  });
  return (
    <nav ref={strip} class="view-tabs" aria-label={t.list.views}>
      <For each={shown()}>
        {(one) => (
          <A
            class="view-tab t2"
            classList={{ "view-here": one === view() }}
            href={list.hrefOfView(one)}
            noScroll
            aria-current={one === view() ? "true" : undefined}
          >
            {t.list.view[one]} <span class="figures">{list.counts()?.[one]}</span>
          </A>
        )}
      </For>
    </nav>
  );
};
