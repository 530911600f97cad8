import { createMemo } from "solid-js";
import { t } from "../../../i18n/messages.ts";
import { useDevice } from "../../../parts/session-context.ts";
import { now } from "../../../platform/now.ts";
import { type WeekCount, weeklyCounts } from "../../../presentation/home-figures.ts";
import { dayOfYear } from "../../../presentation/moments.ts";
import { type LineSeries, Lines } from "../../../ui/charts/lines.tsx";
import { Figure } from "./figure.tsx";

/** Does the studio keep up: what came in and what was finished, week by week. */
export const WeeksFigure = () => {
  const device = useDevice();
  const weeks = createMemo(() => weeklyCounts(device.tickets(), now()));
  const words = () => t.home.figures;
  const series = (name: string, color: string, of: (week: WeekCount) => number): LineSeries => {
    const values = weeks().map(of);
    return { id: name, label: words().endOfLine(name, values.at(-1) ?? 0), color, values };
  };
  const sum = (of: (week: WeekCount) => number) => weeks().reduce((whole, week) => whole + of(week), 0);
  const isPresent = (index: number) => index === weeks().length - 1;
  return (
    <Figure
      title={words().weeks}
      unit={words().aWeek}
      table={{
        columns: [words().columns.week, words().created, words().completed],
        rows: weeks().map(({ startMs, created, completed }) => ({
          name: dayOfYear(startMs),
          values: [created, completed],
        })),
      }}
    >
      <Lines
        label={words().saysWeeks(
          sum(({ created }) => created),
          sum(({ completed }) => completed),
        )}
        series={[
          series(words().created, "var(--ink)", ({ created }) => created),
          series(words().completed, "var(--done)", ({ completed }) => completed),
        ]}
        ticks={weeks().map(({ startMs }, index) => {
          if (isPresent(index)) return words().now;
          return index % 2 === 1 ? dayOfYear(startMs) : "";
        })}
      />
    </Figure>
  );
};
