import { A } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import type { TicketId } from "../../../shared/ids.ts";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { titleOf } from "../../presentation/names.ts";

/** Above a new ticket: other drafts that this person has begun and not sent. */
export const BegunBefore = (props: { id: TicketId }) => {
  const device = useDevice();
  const drafts = createMemo(() =>
    device
      .tickets()
      .map(({ summary }) => summary)
      .filter(({ id, state }) => state.status === "draft" && state.trashed === null && id !== props.id),
  );
  return (
    <Show when={drafts()[0]}>
      {(draft) => (
        <p class="intake-begun t2 ink-2">
          <Show
            when={drafts().length === 1}
            fallback={
              <>
                {t.intake.begun.textOf(drafts().length)}{" "}
                <A class="words" href="/tickets?status=draft">
                  {t.intake.begun.show}
                </A>
              </>
            }
          >
            {t.intake.begun.text(titleOf(draft()))}{" "}
            <A class="words" href={`/tickets/new?draft=${draft().id}`}>
              {t.intake.begun.goOn}
            </A>
          </Show>
        </p>
      )}
    </Show>
  );
};
