import { createMemo, For, Show } from "solid-js";
import { t } from "../../../i18n/messages.ts";
import { PriorityMark } from "../../../parts/marks.tsx";
import { useDevice } from "../../../parts/session-context.ts";
import { now } from "../../../platform/now.ts";
import { openByPriority } from "../../../presentation/home-figures.ts";
import { Bars } from "../../../ui/charts/bars.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Figure } from "./figure.tsx";

/** How much is open, the most urgent first; only what is overdue is red. */
export const PriorityFigure = () => {
  const device = useDevice();
  const counts = createMemo(() => openByPriority(device.tickets(), now()));
  const words = () => t.home.figures;
  const sentence = () =>
    words().saysPriority(
      counts()
        .map(({ priority, open, overdue }) => {
          const name = t.words.priority[priority];
          return overdue > 0 ? words().partOverdue(name, open, overdue) : words().part(name, open);
        })
        .join("; "),
    );
  return (
    <Figure
      title={words().priority}
      table={{
        columns: [words().columns.priority, words().columns.open, words().columns.overdue],
        rows: counts().map(({ priority, open, overdue }) => ({
          name: t.words.priority[priority],
          values: [open, overdue],
        })),
      }}
    >
      <div class="priority-figure t2">
        <For each={counts()}>
          {({ priority, open, overdue }) => (
            <>
              <span class="priority-name">
                <PriorityMark priority={priority} />
              </span>
              <span class="priority-count">
                <b class="figures">{open}</b>
                <Show when={overdue > 0}>
                  <span class="mark mark-overdue">
                    <Icon name="icon-alarm-clock" />
                    <span>{overdue}</span>
                    <span class="aloud">{words().columns.overdue}</span>
                  </span>
                </Show>
              </span>
            </>
          )}
        </For>
        <div class="priority-bars">
          <Bars
            label={sentence()}
            rows={counts().map(({ open, overdue }) => [overdue, open - overdue])}
            colors={["var(--stop)", "var(--ink)"]}
          />
        </div>
      </div>
    </Figure>
  );
};
