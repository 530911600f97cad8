import { A } from "@solidjs/router";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { isApprover } from "../../presentation/approval-queue.ts";
import { Empty } from "../../ui/empty.tsx";

/** What this place is and how it fills, for those it fills for and for others. */
export const ApprovalsEmpty = () => {
  const device = useDevice();
  const text = () =>
    isApprover(device.me(), device.directory()) ? t.approvals.empty.text : t.approvals.empty.others.text;
  return (
    <Empty title={t.approvals.empty.title} text={text()}>
      <A class="button button-words" href="/tickets">
        {t.approvals.empty.action}
      </A>
    </Empty>
  );
};
