import { Show } from "solid-js";
import type { ActionType } from "../../shared/workflow/actions.ts";
import { t } from "../i18n/messages.ts";
import { isPhone } from "../platform/layout.ts";
import { offersFor } from "../presentation/offers.ts";
import { isQuick } from "../presentation/quick-offers.ts";
import type { ListedTicket } from "../sync/device.ts";
import { Button } from "../ui/button.tsx";
import { useActing } from "./acting-context.ts";
import "./quick-actions.css";
import { useDevice } from "./session-context.ts";

/** What a person may do to a ticket without opening it. On a phone there is room for one thing. */
export const QuickActions = (props: { listed: ListedTicket }) => {
  const device = useDevice();
  const act = useActing();
  const offers = () => offersFor(props.listed.summary, device.me(), device.directory());
  const quick = (type: ActionType | null) => (type !== null && isQuick(type) ? type : null);
  const press = (type: ActionType) => act(props.listed.summary.id, type);
  return (
    <div class="quick-actions">
      <Show when={!isPhone() && offers().main === "approve" && quick(offers().second)}>
        {(second) => (
          <Button kind="bare" onClick={() => press(second())}>
            {t.actions.do[second()]}
          </Button>
        )}
      </Show>
      <Show when={quick(offers().main)}>
        {(main) => <Button onClick={() => press(main())}>{t.actions.do[main()]}</Button>}
      </Show>
    </div>
  );
};
