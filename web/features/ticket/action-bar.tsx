import { createSignal, For, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { actionIcons } from "../../presentation/action-sentence.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { goToComposer } from "./composer.tsx";
import { otherActions } from "./other-actions.ts";
import type { Startable } from "./startable.ts";
import { keysOfAction } from "./ticket-commands.ts";
import { useTicketPage } from "./ticket-context.ts";
import "./action-bar.css";

/** Within the thumb's reach: the thing to do now, and a shelf for everything else. */
export const ActionBar = () => {
  const { offers, may, ticket } = useTicketPage();
  const [isOpen, setOpen] = createSignal(false);
  const others = () => otherActions(offers(), ticket().state.status);
  return (
    <section class="action-bar" aria-label={t.ticket.actionsRegion}>
      <div class="shelf">
        <Show when={may("comment")}>
          <Button class="shelf-comment" kind="bare" icon="icon-message-square" onClick={goToComposer}>
            {t.ticket.stream.comment}
          </Button>
        </Show>
        <Show when={others().length > 0}>
          <Button kind="bare" icon="icon-ellipsis" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {t.app.more}
          </Button>
        </Show>
      </div>
      <Decision />
      <Show when={isOpen()}>
        <Sheet title={t.app.more} onClose={() => setOpen(false)}>
          <OtherActions actions={others()} onLeave={() => setOpen(false)} />
        </Sheet>
      </Show>
    </section>
  );
};

/** One black button; two decisions stand 2 to 3, the positive at the right. */
export const Decision = () => {
  const { offers, start } = useTicketPage();
  return (
    <Show when={offers().main}>
      {(main) => (
        <div class="decision" classList={{ "decision-two": offers().second !== null }}>
          <Show when={offers().second}>
            {(second) => (
              <Button icon={actionIcons[second()]} keys={keysOfAction(second())} onClick={() => start(second())}>
                {t.actions.do[second()]}
              </Button>
            )}
          </Show>
          <Button
            kind="main"
            keys={keysOfAction(main())}
            icon={offers().second === null ? undefined : actionIcons[main()]}
            onClick={() => start(main())}
          >
            {t.actions.do[main()]}
          </Button>
        </div>
      )}
    </Show>
  );
};

/** Beside the facts there is room for all of them. */
export const OtherActions = (props: { actions: readonly Startable[]; onLeave?: () => void }) => {
  const { start } = useTicketPage();
  return (
    <ul class="other-actions">
      <For each={props.actions}>
        {(type) => (
          <li>
            <Button
              kind="bare"
              icon={type === "approve_and_assign" ? actionIcons.assign : actionIcons[type]}
              keys={keysOfAction(type)}
              danger={type === "reject" || type === "trash"}
              onClick={() => {
                props.onLeave?.();
                start(type);
              }}
            >
              {type === "approve_and_assign" ? t.actions.chooseTeam : t.actions.do[type]}
            </Button>
          </li>
        )}
      </For>
    </ul>
  );
};
