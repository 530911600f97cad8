import { A } from "@solidjs/router";
import { totalQuantity } from "../../../shared/ticket/request-types.ts";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { usernameOf } from "../../presentation/names.ts";
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
    <HomeRows
      tickets={props.tickets}
      noteOf={(listed) => <Asked listed={listed} />}
      more={t.home.moreApprovals}
      href="/approvals"
    />
  </Section>
);

/** 'marketing-1 · 3 images · Website banner · #1062': who asks, and for how much. */
const Asked = (props: { listed: ListedTicket }) => {
  const device = useDevice();
  const parts = () => {
    const { fields, state } = props.listed.summary;
    return [
      usernameOf(state.requester, device.directory()),
      t.words.pieces(totalQuantity(fields), fields.criteria),
      fields.requestType === null ? null : t.words.requestType[fields.requestType],
      state.number === null ? null : t.words.number(state.number),
    ].filter((part) => part !== null);
  };
  return <span class="row-parts">{parts().join(" · ")}</span>;
};
