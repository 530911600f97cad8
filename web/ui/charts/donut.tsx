import { SingleContainer, Donut as UnovisDonut } from "@unovis/ts";
import { createEffect, createMemo, For, onCleanup, onMount, Show } from "solid-js";
import "./chart.css";
import { createChartMotion } from "./create-chart-motion.ts";
import { hideDefinitions } from "./hide-definitions.ts";
import { middleOf, type Slice, sliceAngles } from "./slice-angles.ts";

interface DonutSlice {
  id: string;
  value: number;
  /** Any CSS colour; a token follows the theme by itself. */
  color: string;
}

interface DonutProps {
  /** Says in a sentence what is drawn. */
  label: string;
  slices: readonly DonutSlice[];
}

/** A twentieth of the turn: room for a number beside it. */
const narrowest = 0.05;

/** A ring with the whole in its middle and every value beside its part. */
export const Donut = (props: DonutProps) => {
  let place!: HTMLDivElement;
  const motion = createChartMotion();
  const slices = createMemo(() => {
    const angles = sliceAngles(
      props.slices.map(({ value }) => value),
      narrowest,
    );
    return props.slices.map((slice, index) => ({ ...slice, angle: angles[index] ?? { start: 0, size: 0 } }));
  });
  onMount(() => {
    hideDefinitions();
    type Drawn = ReturnType<typeof slices>[number];
    const ring = new UnovisDonut<Drawn>({
      id: ({ id }) => id,
      value: ({ angle }) => angle.size,
      color: ({ color }) => color,
      sortFunction: () => 0,
      arcWidth: 18,
      padAngle: 0.03,
      showBackground: false,
    });
    const container = new SingleContainer<Drawn[]>(place, { component: ring });
    createEffect(() => container.update({ component: ring, duration: motion() }, undefined, slices()));
    onCleanup(() => container.destroy());
  });
  return (
    <div class="chart donut t1" role="img" aria-label={props.label}>
      <div class="chart-place" ref={place} />
      <span class="chart-label donut-total">{props.slices.reduce((sum, { value }) => sum + value, 0)}</span>
      <For each={slices()}>
        {(slice) => (
          <Show when={slice.value > 0}>
            <span class="chart-label" style={beside(slice.angle)}>
              {slice.value}
            </span>
          </Show>
        )}
      </For>
    </div>
  );
};

/** Around the ring, in parts of the box: the ring's radius is 37.5 % of it. */
const beside = (slice: Slice) => {
  const { x, y } = middleOf(slice);
  return { left: `${50 + 44 * x}%`, top: `${50 + 44 * y}%` };
};
