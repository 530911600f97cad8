import { A } from "@solidjs/router";
import { t } from "../../i18n/messages.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { Section } from "../../ui/section.tsx";
import { HomeRows } from "./home-rows.tsx";

/** What waits for this person's approval: decided in the row, or one by one. */
export const Approvals = (props: { tickets: readonly ListedTicket[] }) => (
  <Section
    title={t.home.needsApproval}
    count={props.tickets.length}
    aside={
      <A class="home-aside t2" href="/approvals">
        {t.home.reviewOneByOne}
      </A>
    }
  >
    <HomeRows tickets={props.tickets} more={t.home.moreApprovals} href="/approvals" />
  </Section>
);
