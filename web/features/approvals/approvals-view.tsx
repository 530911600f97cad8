import { createEffect, createSignal, lazy, Match, on, onCleanup, Show, Suspense, Switch } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { SyncPill } from "../../parts/sync/sync-pill.tsx";
import { createDocumentTitle } from "../../platform/document-title.ts";
import { isDesk } from "../../platform/layout.ts";
import { createShortcut } from "../../platform/shortcut.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { ApprovalCard } from "./approval-card.tsx";
import { ApprovalsContext, createApprovals } from "./approvals-context.ts";
import { ApprovalsEmpty } from "./approvals-empty.tsx";
import { ApprovalsHead } from "./approvals-head.tsx";
import { BulkResults } from "./bulk-results.tsx";
import { createQueue } from "./create-queue.ts";
import { DecideBar } from "./decide-bar.tsx";
import { QueueList } from "./queue-list.tsx";
import { QueuePlace } from "./queue-place.tsx";
import "./approvals-view.css";

const DecisionDialog = lazy(() => import("./decision-dialog.tsx"));

/** A queue made for speed: one card, what changed, approve or reject, next; for a while it can be undone. */
export const ApprovalsView = () => {
  const device = useDevice();
  const queue = createQueue();
  const page = createApprovals(queue);
  createDocumentTitle(() => t.approvals.heading);
  createShortcut("a", page.approve);
  createShortcut("r", () => page.isDeciding() && page.ask("reject"));
  createShortcut("j", queue.next);
  createShortcut("k", queue.previous);
  createShortcut("z", page.undo);
  // Whoever leaves the page has decided.
  onCleanup(() => void device.undoable.takeAll());
  return (
    <ApprovalsContext.Provider value={page}>
      <main class="approvals" classList={{ "approvals-two": isDesk() }}>
        <Show when={isDesk()}>
          <div class="pane approvals-list">
            <ApprovalsHead />
            <QueueList />
          </div>
        </Show>
        <div class="pane approvals-pane">
          <Show when={isDesk()} fallback={<ApprovalsHead />}>
            <PageHead>
              <SyncPill />
            </PageHead>
          </Show>
          <section class="approvals-region" aria-label={t.approvals.region}>
            <Switch fallback={<ApprovalsEmpty />}>
              <Match when={page.results().length > 0}>
                <BulkResults />
              </Match>
              <Match when={queue.current()}>
                <QueuePlace />
                <Show when={queue.current()?.summary.id} keyed>
                  {(id) => <ApprovalCard id={id} />}
                </Show>
              </Match>
            </Switch>
          </section>
          <DecideBar />
        </div>
      </main>
      <NextAloud />
      <Show when={page.asked() !== null && queue.current()}>
        <Suspense>
          <DecisionDialog />
        </Suspense>
      </Show>
    </ApprovalsContext.Provider>
  );

  /** Says what came up after a decision; the eyes see it. */
  function NextAloud() {
    const [said, setSaid] = createSignal("");
    const title = () => queue.current()?.summary.fields.title ?? t.approvals.empty.title;
    createEffect(on(title, (next) => setSaid(t.approvals.next(next)), { defer: true }));
    return (
      <p class="aloud" role="status">
        {said()}
      </p>
    );
  }
};
