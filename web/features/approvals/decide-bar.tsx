import { Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { UndoBar } from "../../parts/undo/undo-bar.tsx";
import { actionIcons } from "../../presentation/action-sentence.ts";
import { Button } from "../../ui/button.tsx";
import { useApprovals } from "./approvals-context.ts";
import "./decide-bar.css";

/** Within the thumb's reach: the way back on top, then reject and approve, 2 to 3. */
export const DecideBar = () => {
  const page = useApprovals();
  const device = useDevice();
  return (
    <section
      class="decide-bar"
      classList={{ "decide-bar-empty": !page.isDeciding() && device.undoable.batches().length === 0 }}
      aria-label={t.ticket.actionsRegion}
    >
      <Show when={device.undoable.batches().at(-1)?.id} keyed>
        {(id) => <UndoBar id={id} onUndo={page.undo} />}
      </Show>
      <Show when={page.isDeciding()}>
        <div class="decide">
          <Button icon={actionIcons.reject} keys="r" onClick={() => page.ask("reject")}>
            {t.actions.do.reject}
          </Button>
          <Button kind="main" icon={actionIcons.approve} keys="a" onClick={page.approve}>
            {t.actions.do.approve}
          </Button>
        </div>
      </Show>
    </section>
  );
};
