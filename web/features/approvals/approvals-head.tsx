import { Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { BackButton } from "../../parts/back-button.tsx";
import { SyncPill } from "../../parts/sync/sync-pill.tsx";
import { isDesk } from "../../platform/layout.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { useApprovals } from "./approvals-context.ts";

/** Where one is; at a desk above the list, where the count belongs. */
export const ApprovalsHead = () => {
  const { queue } = useApprovals();
  return (
    <PageHead
      before={<Show when={!isDesk()}>{<BackButton home="/" />}</Show>}
      name={
        <h1 class="t3 approvals-heading">
          {t.approvals.heading}
          <Show when={isDesk()}>
            {" "}
            <span class="count">{queue.waiting().length}</span>
          </Show>
        </h1>
      }
    >
      <Show when={!isDesk()}>
        <SyncPill />
      </Show>
    </PageHead>
  );
};
