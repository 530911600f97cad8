import { A } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { titleOf } from "../../presentation/names.ts";

/** Above a new ticket: drafts this person has begun and not sent, as of the moment it is opened, so that nothing moves. */
export const BegunBefore = () => {
  const device = useDevice();
  const drafts = untrack(() =>
    device
      .tickets()
      .map(({ summary }) => summary)
      .filter(({ state }) => state.status === "draft" && state.trashed === null),
  );
  const [only] = drafts;
  return (
    <Show when={only}>
      {(draft) => (
        <p class="intake-begun t2 ink-2">
          <Show
            when={drafts.length === 1}
            fallback={
              <>
                {t.intake.begun.textOf(drafts.length)}{" "}
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
