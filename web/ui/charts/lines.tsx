import { Axis, CurveType, Line, Scatter, XYContainer } from "@unovis/ts";
import { createEffect, createMemo, For, onCleanup, onMount } from "solid-js";
import { axisSteps } from "./axis-steps.ts";
import "./chart.css";
import { createChartMotion } from "./create-chart-motion.ts";
import { hideDefinitions } from "./hide-definitions.ts";
import { keepApart } from "./keep-apart.ts";

export interface LineSeries {
  id: string;
  /** What stands at its end. */
  label: string;
  color: string;
  values: readonly number[];
}

interface LinesProps {
  label: string;
  /** Two at most: one solid with squares, one dashed with circles, so that colour alone tells nothing. */
  series: readonly LineSeries[];
  /** What stands below each point; an empty one says nothing. */
  ticks: readonly string[];
}

/** In pixels around the field of the lines. The labels at their ends stand in the right one. */
const margin = { top: 8, right: 104, bottom: 28 };
/** Each digit of the axis at the left needs that much. */
const digitPx = 8;
const heightPx = 176;
const labelHeightPx = 16;

const drawings = [
  { dash: [], shape: "square", size: 7, isHollow: false },
  { dash: [4, 4], shape: "circle", size: 8, isHollow: true },
] as const;

/** Values over time; series differ by dash and marker and are named at their end. */
export const Lines = (props: LinesProps) => {
  let place!: HTMLDivElement;
  const motion = createChartMotion();
  const largest = () => Math.max(1, ...props.series.flatMap(({ values }) => values));
  const ends = createMemo(() => {
    const field = heightPx - margin.top - margin.bottom;
    const wanted = props.series.map(({ values }) => margin.top + field * (1 - (values.at(-1) ?? 0) / largest()));
    return keepApart(wanted, labelHeightPx, margin.top, heightPx - margin.bottom);
  });
  onMount(() => {
    hideDefinitions();
    const chart = drawLines(place, props.series);
    createEffect(() =>
      chart.show({ series: props.series, ticks: props.ticks, largest: largest(), durationMs: motion() }),
    );
    onCleanup(() => chart.destroy());
  });
  return (
    <div class="chart lines t1" role="img" aria-label={props.label}>
      <div class="chart-place" ref={place} />
      <For each={props.series}>
        {(series, index) => (
          <span
            class="chart-label"
            style={{
              left: `calc(100% - ${margin.right - 12}px)`,
              top: `${((ends()[index()] ?? 0) / heightPx) * 100}%`,
              color: series.color,
            }}
          >
            {series.label}
          </span>
        )}
      </For>
    </div>
  );
};

interface Shown {
  series: readonly LineSeries[];
  ticks: readonly string[];
  largest: number;
  durationMs: number;
}

/** The drawing library's side of it. A point is its place on the axis; the values are looked up. */
const drawLines = (place: HTMLElement, first: readonly LineSeries[]) => {
  let shown: Shown = { series: first, ticks: [], largest: 1, durationMs: 0 };
  const x = (point: number) => point;
  const valueIn = (index: number) => (point: number) => shown.series[index]?.values[point] ?? 0;
  const colorOf = (index: number) => shown.series[index]?.color ?? "currentcolor";
  const line = new Line<number>({
    x,
    y: first.map((_, index) => valueIn(index)),
    color: (_, index) => colorOf(index ?? 0),
    lineDashArray: (_, index) => [...(drawings[index ?? 0]?.dash ?? [])],
    curveType: CurveType.Linear,
    lineWidth: 1.75,
  });
  const points = first.map((_, index) => {
    const { shape, size, isHollow } = drawings[index] ?? drawings[0];
    return new Scatter<number>({
      x,
      y: valueIn(index),
      shape,
      size,
      color: () => (isHollow ? "var(--paper)" : colorOf(index)),
      strokeColor: () => colorOf(index),
      strokeWidth: isHollow ? 1.75 : 0,
    });
  });
  const xAxis = new Axis<number>({ type: "x", gridLine: false, tickLine: false, domainLine: false, tickSize: 0 });
  const yAxis = new Axis<number>({ type: "y", gridLine: true, tickLine: false, domainLine: false, tickSize: 0 });
  const container = new XYContainer<number>(place, { components: [line, ...points], xAxis, yAxis });
  return {
    show: (next: Shown) => {
      shown = next;
      const named = next.ticks.flatMap((text, index) => (text === "" ? [] : [index]));
      xAxis.setConfig({
        ...xAxis.config,
        tickValues: named,
        tickFormat: (tick) => next.ticks[Number(tick)] ?? "",
      });
      const steps = axisSteps(next.largest);
      yAxis.setConfig({ ...yAxis.config, tickValues: steps });
      container.update(
        {
          components: [line, ...points],
          xAxis,
          yAxis,
          duration: next.durationMs,
          autoMargin: false,
          margin: { ...margin, left: digitPx * (1 + String(steps.at(-1)).length) },
          bleed: { top: 0, right: 0, bottom: 0, left: 0 },
          clipPathExtend: 8,
          yDomain: [0, next.largest],
        },
        undefined,
        next.ticks.map((_, index) => index),
      );
    },
    destroy: () => container.destroy(),
  };
};
