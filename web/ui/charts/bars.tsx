import { StackedBar, XYContainer } from "@unovis/ts";
import { createEffect, onCleanup, onMount } from "solid-js";
import "./chart.css";
import { createChartMotion } from "./create-chart-motion.ts";
import { hideDefinitions } from "./hide-definitions.ts";

interface BarsProps {
  label: string;
  /** From the top; each is the lengths of a bar's parts, in the order of `colors`. */
  rows: readonly (readonly number[])[];
  /** Any CSS colours; tokens follow the theme by themselves. */
  colors: readonly string[];
}

/** Bars from the left, one a row of equal height; what they are called stands beside them. */
export const Bars = (props: BarsProps) => {
  let place!: HTMLDivElement;
  const motion = createChartMotion();
  onMount(() => {
    hideDefinitions();
    type Row = readonly number[];
    const bars = new StackedBar<Row>({
      x: (_, index) => index ?? 0,
      y: props.colors.map((_, part) => (row: Row) => row[part] ?? 0),
      color: (_, part) => props.colors[part ?? 0] ?? "currentcolor",
      orientation: "horizontal",
      barWidth: 10,
      roundedCorners: false,
    });
    const container = new XYContainer<Row>(place, { components: [bars] });
    createEffect(() => {
      const longest = Math.max(1, ...props.rows.map((row) => row.reduce((sum, part) => sum + part, 0)));
      container.update(
        {
          components: [bars],
          duration: motion(),
          autoMargin: false,
          yDirection: "south",
          xDomain: [0, longest],
          yDomain: [-0.5, props.rows.length - 0.5],
          bleed: { top: 0, right: 0, bottom: 0, left: 0 },
        },
        undefined,
        [...props.rows],
      );
    });
    onCleanup(() => container.destroy());
  });
  return (
    <div class="chart bars" role="img" aria-label={props.label}>
      <div class="chart-place" ref={place} />
    </div>
  );
};
