import { For, Index, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { facetOptions } from "./facet-options.ts";
import { type Facet, listViews, toggled } from "./list-query.ts";
import { useList } from "./list-state.tsx";
import { OrderSelect } from "./order-select.tsx";
import "../../ui/field.css";
import "./filter-sheet.css";

interface Choice {
  label: string;
  isOn: boolean;
  toggle: () => void;
}

/** Every filter at once, for a thumb. The list behind follows each tap. */
export default function FilterSheet(props: { onClose: () => void }) {
  const list = useList();
  const device = useDevice();
  const views = (): Choice[] =>
    listViews
      .filter((view) => view === "all" || view === list.query().view || (list.counts()?.[view] ?? 0) > 0)
      .map((view) => ({
        label: t.list.view[view],
        isOn: view === list.query().view,
        toggle: () => list.ask({ view }),
      }));
  const more = (): Choice[] => [
    {
      label: t.list.overdue,
      isOn: list.query().isOverdue,
      toggle: () => list.ask({ isOverdue: !list.query().isOverdue }),
    },
    { label: t.list.mine, isOn: list.query().isMine, toggle: () => list.ask({ isMine: !list.query().isMine }) },
  ];
  const choicesOf = (facet: Facet): Choice[] =>
    facetOptions(facet, device.tickets(), device.directory(), list.query().chosen[facet]).map(({ value, label }) => ({
      label,
      isOn: list.query().chosen[facet].includes(value),
      toggle: () => list.ask({ chosen: toggled(list.query().chosen, facet, value) }),
    }));
  return (
    <Sheet title={t.list.filters} onClose={props.onClose}>
      <div class="filter-sheet">
        <OrderSelect />
        <Choices name={t.list.views} choices={views()} />
        <Choices name={t.list.facet.status} choices={choicesOf("status")} more={more()} />
        <For each={list.facets().filter((facet) => facet !== "status")}>
          {(facet) => (
            <Show when={choicesOf(facet).length > 0}>
              <Choices name={t.list.facet[facet]} choices={choicesOf(facet)} />
            </Show>
          )}
        </For>
      </div>
      <div class="sheet-actions">
        <Button onClick={list.clearFilters}>{t.list.clearFilters}</Button>
        <Button kind="main" onClick={props.onClose}>
          {t.list.showTickets(list.shown().length)}
        </Button>
      </div>
    </Sheet>
  );
}

const Choices = (props: { name: string; choices: readonly Choice[]; more?: readonly Choice[] }) => (
  <fieldset>
    <legend class="group-label t2">{props.name}</legend>
    <div class="filter-group">
      {/* By place, so that the button that was pressed keeps the focus. */}
      <Index each={[...props.choices, ...(props.more ?? [])]}>
        {(choice) => (
          <button
            type="button"
            class="button button-outline"
            aria-pressed={choice().isOn}
            onClick={() => choice().toggle()}
          >
            <Show when={choice().isOn}>
              <Icon name="icon-check" />
            </Show>
            {choice().label}
          </button>
        )}
      </Index>
    </div>
  </fieldset>
);
