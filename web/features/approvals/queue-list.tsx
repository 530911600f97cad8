import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import type { TicketId } from "../../../shared/ids.ts";
import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import { t } from "../../i18n/messages.ts";
import { Moment } from "../../parts/moment.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { StatusMark } from "../../parts/status-mark.tsx";
import { now } from "../../platform/now.ts";
import { createShortcut } from "../../platform/shortcut.ts";
import { changesIn } from "../../presentation/brief-difference.ts";
import { briefSinceLooked } from "../../presentation/since-looked.ts";
import type { ListedTicket, SeenBrief } from "../../sync/device.ts";
import { Button } from "../../ui/button.tsx";
import { useApprovals } from "./approvals-context.ts";
import "./queue-list.css";

/** At a desk: the whole queue, one of it on the table; several can be selected and approved together. */
export const QueueList = () => {
  const { queue, approveMany } = useApprovals();
  const [selected, setSelected] = createSignal<ReadonlySet<TicketId>>(new Set());
  const rows = () => queue.inOrder();
  const byId = createMemo(() => new Map(rows().map((listed) => [listed.summary.id, listed])));
  const ids = () => rows().map(({ summary }) => summary.id);
  const chosen = () => rows().filter(({ summary }) => selected().has(summary.id));
  const toggle = (id: TicketId) =>
    setSelected((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  createShortcut("x", () => {
    const current = queue.current();
    if (current !== null) toggle(current.summary.id);
  });
  return (
    <>
      <ul class="queue-list" aria-label={t.approvals.queue}>
        <For each={ids()}>
          {(id) => (
            <Show when={byId().get(id)}>
              {(listed) => <QueueRow listed={listed()} isSelected={selected().has(id)} onToggle={() => toggle(id)} />}
            </Show>
          )}
        </For>
      </ul>
      <Show when={chosen().length > 0}>
        <section class="bulk-bar t2" aria-label={t.approvals.selected(chosen().length)}>
          <span class="figures">{t.approvals.selected(chosen().length)}</span>
          <Button
            onClick={() => {
              approveMany(chosen());
              setSelected(new Set<TicketId>());
            }}
          >
            {t.approvals.approveMany(chosen().length)}
          </Button>
          <Button kind="words" onClick={() => setSelected(new Set<TicketId>())}>
            {t.approvals.clear}
          </Button>
        </section>
      </Show>
    </>
  );
};

const QueueRow = (props: { listed: ListedTicket; isSelected: boolean; onToggle: () => void }) => {
  const page = useApprovals();
  let button!: HTMLButtonElement;
  const summary = () => props.listed.summary;
  const isOpen = () => page.queue.current()?.summary.id === summary().id;
  const title = () => (summary().fields.title.trim() === "" ? t.words.untitled : summary().fields.title);
  const since = () => summary().state.deptApproval?.at ?? summary().state.submittedAt;
  createEffect(on(isOpen, (open) => open && button.scrollIntoView({ block: "nearest" })));
  return (
    <li class="queue-row" classList={{ "queue-row-open": isOpen(), "queue-row-selected": props.isSelected }}>
      <label class="queue-check">
        <input
          type="checkbox"
          checked={props.isSelected}
          aria-label={t.approvals.select(title())}
          onChange={() => props.onToggle()}
        />
      </label>
      <button
        ref={button}
        type="button"
        class="queue-open t2"
        aria-current={isOpen() ? "true" : undefined}
        onClick={() => {
          page.closeResults();
          page.queue.choose(summary().id);
        }}
      >
        <span class="queue-title">{title()}</span>
        <span class="queue-state t1">
          <StatusMark state={summary().state} />
          <Show when={since()}>
            {(at) => (
              <span class="ink-3">
                <Moment at={at()} />
              </span>
            )}
          </Show>
        </span>
        <ChangedMark summary={summary()} />
      </button>
    </li>
  );
};

/** Says before anything is opened that it is not what was seen. */
const ChangedMark = (props: { summary: TicketSummary }) => {
  const device = useDevice();
  const [last, setLast] = createSignal<SeenBrief | null>(null);
  void device.seen.last(props.summary.id).then(setLast);
  const changes = () => {
    const found = briefSinceLooked(last(), props.summary, { directory: device.directory(), nowMs: now() });
    return found === null ? 0 : changesIn(found);
  };
  return (
    <Show when={changes() > 0}>
      <span class="queue-changed t1">{t.changes.since(changes())}</span>
    </Show>
  );
};
