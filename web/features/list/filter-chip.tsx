import { Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { Icon } from "../../ui/icon.tsx";
import { chosenText, facetOptions } from "./facet-options.ts";
import { FilterMenu } from "./filter-menu.tsx";
import { type Facet, toggled } from "./list-query.ts";
import { useList } from "./list-state.tsx";
import "./filter-chip.css";

/** One filter: its name while it is open to everything, else what it is set to, with a way to clear it. */
export const FilterChip = (props: { facet: Facet }) => {
  const list = useList();
  const device = useDevice();
  const chosen = () => list.query().chosen[props.facet];
  const change = (to: readonly string[]) => list.ask({ chosen: { ...list.query().chosen, [props.facet]: to } });
  return (
    <span class="chip" classList={{ "chip-set": chosen().length > 0 }}>
      <FilterMenu
        name={t.list.facet[props.facet]}
        class="chip-button t2"
        options={() => facetOptions(props.facet, device.tickets(), device.directory(), chosen())}
        chosen={chosen()}
        onToggle={(value) => list.ask({ chosen: toggled(list.query().chosen, props.facet, value) })}
      >
        <ChipWords facet={props.facet} chosen={chosen()} />
      </FilterMenu>
      <Show when={chosen().length > 0}>
        <ClearButton name={t.list.facet[props.facet]} onClear={() => change([])} />
      </Show>
    </span>
  );
};

const ChipWords = (props: { facet: Facet; chosen: readonly string[] }) => {
  const device = useDevice();
  return (
    <>
      <span>{t.list.facet[props.facet]}</span>
      <Show when={props.chosen.length > 0} fallback={<Icon name="icon-chevron-down" />}>
        <span class="chip-value">{chosenText(props.facet, props.chosen, device.directory())}</span>
      </Show>
    </>
  );
};

const ClearButton = (props: { name: string; onClear: () => void }) => (
  <button type="button" class="chip-clear" aria-label={t.list.clear(props.name)} onClick={() => props.onClear()}>
    <Icon name="icon-x" />
  </button>
);

/** A filter that is on or off. */
export const ToggleChip = (props: { name: string; isOn: boolean; onToggle: () => void }) => (
  <button
    type="button"
    class="chip chip-button t2"
    classList={{ "chip-on": props.isOn }}
    aria-pressed={props.isOn}
    onClick={() => props.onToggle()}
  >
    {props.name}
    <Show when={props.isOn}>
      <Icon name="icon-x" />
    </Show>
  </button>
);
