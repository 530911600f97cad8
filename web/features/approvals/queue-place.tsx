import { For, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { Button } from "../../ui/button.tsx";
import { useApprovals } from "./approvals-context.ts";
import "./queue-place.css";

/** More ticks than this merge; the number says it then. */
const ticksAtMost = 24;

/** How far one is: a tick a ticket, the tall one is on the table. */
export const QueuePlace = () => {
  const { queue } = useApprovals();
  const ticks = () => Array.from({ length: queue.place().of }, (_, i) => i + 1);
  const tickClass = (at: number) => {
    if (at < queue.place().at) return "tick-done";
    return at === queue.place().at ? "tick-here" : "tick-to-come";
  };
  return (
    <div class="queue-place t2">
      <Show when={queue.place().of <= ticksAtMost}>
        <span class="queue-ticks" aria-hidden="true">
          <For each={ticks()}>{(at) => <span class={tickClass(at)} />}</For>
        </span>
      </Show>
      <span class="figures ink-2">{t.approvals.place(queue.place().at, queue.place().of)}</span>
      <Show when={queue.waiting().length > 1}>
        <Button kind="bare" class="queue-later" onClick={queue.later}>
          {t.approvals.later}
        </Button>
      </Show>
    </div>
  );
};
