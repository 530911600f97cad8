import { createSignal, For, lazy, Show, Suspense } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { FilterChip, ToggleChip } from "./filter-chip.tsx";
import { facets, filterCount, type Layout, layouts } from "./list-query.ts";
import { useList } from "./list-state.tsx";
import { OrderSelect } from "./order-select.tsx";
import "./filter-bar.css";

const FilterSheet = lazy(() => import("./filter-sheet.tsx"));

/** Filters in a line, how many tickets they leave, and how these are drawn. Where it is narrow, behind one button. */
export const FilterBar = (props: { isNarrow: boolean }) => (
  <Show when={props.isNarrow} fallback={<WideBar />}>
    <NarrowBar />
  </Show>
);

const WideBar = () => {
  const list = useList();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form sends
    <div class="filter-bar" role="group" aria-label={t.list.filters}>
      <For each={list.facets()}>{(facet) => <FilterChip facet={facet} />}</For>
      <Toggles />
      <div class="filter-bar-rest">
        <Count />
        <Show when={list.layout() === "cards"}>
          <OrderSelect />
        </Show>
        <LayoutChoice />
      </div>
    </div>
  );
};

const NarrowBar = () => (
  <>
    <div class="filter-bar">
      <FilterButton />
      <div class="filter-bar-rest">
        <Count />
        <LayoutChoice />
      </div>
    </div>
    <FiltersSet />
  </>
);

/** The filters that narrow the list now. */
export const FiltersSet = () => {
  const list = useList();
  return (
    <Show when={filterCount(list.query()) > 0}>
      <div class="filter-set">
        <For each={facets.filter((facet) => list.query().chosen[facet].length > 0)}>
          {(facet) => <FilterChip facet={facet} />}
        </For>
        <Toggles isOnlySet />
      </div>
    </Show>
  );
};

const Toggles = (props: { isOnlySet?: boolean }) => {
  const list = useList();
  const isShown = (isOn: boolean) => isOn || props.isOnlySet !== true;
  return (
    <>
      <Show when={isShown(list.query().isOverdue)}>
        <ToggleChip
          name={t.list.overdue}
          isOn={list.query().isOverdue}
          onToggle={() => list.ask({ isOverdue: !list.query().isOverdue })}
        />
      </Show>
      <Show when={isShown(list.query().isMine)}>
        <ToggleChip
          name={t.list.mine}
          isOn={list.query().isMine}
          onToggle={() => list.ask({ isMine: !list.query().isMine })}
        />
      </Show>
    </>
  );
};

/** Opens the filters as a sheet; says how many are set. */
export const FilterButton = (props: { isIcon?: boolean }) => {
  const list = useList();
  const [isOpen, setOpen] = createSignal(false);
  const count = () => filterCount(list.query());
  const name = () => (count() === 0 ? t.list.filters : t.list.filtersCount(count()));
  return (
    <>
      <Show
        when={props.isIcon}
        fallback={
          <Button class="filter-button" icon="icon-list-filter" aria-label={name()} onClick={() => setOpen(true)}>
            {t.list.filters}
            <Show when={count() > 0}>
              <span class="figures">{count()}</span>
            </Show>
          </Button>
        }
      >
        <IconButton label={name()} icon="icon-list-filter" onClick={() => setOpen(true)} />
      </Show>
      <Show when={isOpen()}>
        <Suspense>
          <FilterSheet onClose={() => setOpen(false)} />
        </Suspense>
      </Show>
    </>
  );
};

const Count = () => {
  const list = useList();
  return (
    <p class="t2 ink-2 figures" role="status">
      {list.counts() === null ? "" : t.list.count(list.shown().length)}
    </p>
  );
};

const layoutIcons = { table: "icon-rows-3", cards: "icon-layout-grid" } as const satisfies Record<Layout, string>;

const LayoutChoice = () => {
  const list = useList();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form sends
    <div class="layouts" role="group" aria-label={t.list.layout}>
      <For each={layouts}>
        {(layout) => (
          <IconButton
            label={t.list.layouts[layout]}
            icon={layoutIcons[layout]}
            aria-pressed={list.layout() === layout}
            onClick={() => list.ask({ layout })}
          />
        )}
      </For>
    </div>
  );
};
