import { createSignal, onCleanup, Show } from "solid-js";
import type { ActionId } from "../../../shared/ids.ts";
import { t } from "../../i18n/messages.ts";
import { ariaKeys } from "../../platform/shortcut.ts";
import { undoMs } from "../../sync/undo-time.ts";
import { Button } from "../../ui/button.tsx";
import { useDevice } from "../session-context.ts";
import "./undo-bar.css";

/** How often the figures are looked at. */
const tickMs = 200;

/** What was decided last and, while it can be undone, how long. Looking at it, by pointer or focus, makes time stand still. */
export const UndoBar = (props: { id: ActionId; onUndo: () => void }) => {
  const { undoable, tickets } = useDevice();
  const batch = () => undoable.batches().find(({ id }) => id === props.id);
  const [nowMs, setNowMs] = createSignal(Date.now());
  const timer = setInterval(() => setNowMs(Date.now()), tickMs);
  onCleanup(() => {
    clearInterval(timer);
    undoable.resume();
  });
  const leftMs = () => Math.max(0, (batch()?.endsAt ?? 0) - (undoable.pausedAt() ?? nowMs()));
  const startedMs = undoMs - leftMs();
  const done = () => t.actions.waiting(t.actions.done[batch()?.decisions[0]?.action.type ?? "approve"]);
  const number = () => {
    const [only, ...others] = batch()?.decisions ?? [];
    if (only === undefined || others.length > 0) return null;
    return tickets().find(({ summary }) => summary.id === only.ticket)?.summary.state.number ?? null;
  };
  /** Looked at in one way, the other way's end is not the end. */
  const goOnUnless = (isLookedAt: boolean) => {
    if (!isLookedAt) undoable.resume();
  };
  const count = () => batch()?.decisions.length ?? 0;
  return (
    <fieldset
      class="undo-bar t2"
      classList={{ "undo-paused": undoable.pausedAt() !== null }}
      aria-label={t.approvals.undoBar}
      style={{ "--undo-ms": `${undoMs}ms`, "--undo-started": `${-startedMs}ms` }}
      onPointerEnter={(event) => event.pointerType === "mouse" && undoable.pause()}
      onPointerLeave={(event) => goOnUnless(event.currentTarget.contains(document.activeElement))}
      onFocusIn={() => undoable.pause()}
      onFocusOut={(event) => goOnUnless(isHovered(event.currentTarget))}
    >
      <p role="status">
        <Show when={count() > 1} fallback={<SingleDecision number={number()} done={done()} />}>
          <span class="pencilled undo-done">{t.approvals.decidedMany(count(), done())}</span>
        </Show>
      </p>
      <Button kind="words" aria-keyshortcuts={ariaKeys("z")} onClick={() => props.onUndo()}>
        {t.approvals.undo}
      </Button>
      <span class="undo-seconds figures ink-2" aria-hidden="true">
        {t.approvals.seconds(Math.ceil(leftMs() / 1_000))}
      </span>
    </fieldset>
  );
};

/** A finger leaves `:hover` behind where it last was. */
const isHovered = (element: Element): boolean => matchMedia("(hover: hover)").matches && element.matches(":hover");

const SingleDecision = (props: { number: number | null; done: string }) => (
  <>
    <Show when={props.number}>{(number) => <span class="figures">{t.words.number(number())} </span>}</Show>
    <span class="pencilled undo-done">{props.done}</span>
  </>
);
