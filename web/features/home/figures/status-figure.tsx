import { createMemo, For } from "solid-js";
import type { Status } from "../../../../shared/ticket/ticket.ts";
import { t } from "../../../i18n/messages.ts";
import { useDevice } from "../../../parts/session-context.ts";
import { statusCounts } from "../../../presentation/home-figures.ts";
import { Donut } from "../../../ui/charts/donut.tsx";
import { Figure } from "./figure.tsx";

/** As the marks; the two that wait are told apart by strength. */
const colors: Record<Status, string> = {
  draft: "var(--rule-2)",
  requested: "var(--wait-first)",
  pending_creative: "var(--wait)",
  approved: "var(--not-begun)",
  in_progress: "var(--ink)",
  completed: "var(--done)",
  rejected: "var(--stop)",
};

/** Where all tickets stand, as parts of the whole. */
export const StatusFigure = () => {
  const device = useDevice();
  const counts = createMemo(() => statusCounts(device.tickets()));
  const words = () => t.home.figures;
  const sentence = () => {
    const total = counts().reduce((sum, { count }) => sum + count, 0);
    const parts = counts().map(({ status, count }) => words().part(t.words.status[status], count));
    return words().saysStatus(total, parts.join(", "));
  };
  return (
    <Figure
      title={words().status}
      table={{
        columns: [words().columns.status, words().columns.tickets],
        rows: counts().map(({ status, count }) => ({ name: t.words.status[status], values: [count] })),
      }}
    >
      <div class="status-figure">
        <Donut
          label={sentence()}
          slices={counts().map(({ status, count }) => ({ id: status, value: count, color: colors[status] }))}
        />
        <ul class="legend t2">
          <For each={counts()}>
            {({ status, count }) => (
              <li>
                <span class="legend-swatch" style={{ background: colors[status] }} />
                <span>{t.words.status[status]}</span>
                <b class="figures">{count}</b>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Figure>
  );
};
