import { A } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import type { TicketId } from "../../../shared/ids.ts";
import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import { t } from "../../i18n/messages.ts";
import { BriefChanges } from "../../parts/changes/brief-changes.tsx";
import { createLook } from "../../parts/changes/create-look.ts";
import { HeldApproval } from "../../parts/changes/held-approval.tsx";
import { SinceLooked } from "../../parts/changes/since-looked.tsx";
import { FactLine } from "../../parts/fact-line.tsx";
import { OverdueMark, PriorityMark } from "../../parts/marks.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { now } from "../../platform/now.ts";
import { approvalFacts } from "../../presentation/approval-facts.ts";
import { changesIn } from "../../presentation/brief-difference.ts";
import { usernameOf } from "../../presentation/names.ts";
import { briefSinceLooked } from "../../presentation/since-looked.ts";
import type { RefusedChange } from "../../sync/device.ts";
import { Button } from "../../ui/button.tsx";
import { useApprovals } from "./approvals-context.ts";
import "./approval-card.css";

/** The page is the card: what it is, what changed since one looked, and only then the facts. */
export const ApprovalCard = (props: { id: TicketId }) => {
  const device = useDevice();
  // A decided ticket stays on the table for the moment in which the next one comes.
  const summary = createMemo<TicketSummary | undefined>(
    (before) => device.tickets().find((row) => row.summary.id === props.id)?.summary ?? before,
  );
  return <Show when={summary()}>{(shown) => <Card summary={shown()} />}</Show>;
};

const Card = (props: { summary: TicketSummary }) => {
  const { directory, refused } = useDevice();
  const held = () => refused().find(({ ticket, code }) => ticket === props.summary.id && code === "brief_changed");
  const reader = () => ({ directory: directory(), nowMs: now() });
  const last = createLook({ ticket: () => props.summary, entries: () => null });
  const difference = createMemo(() => briefSinceLooked(last(), props.summary, reader()));
  return (
    <article class="approval">
      <h2 class="t5">{props.summary.fields.title.trim() === "" ? t.words.untitled : props.summary.fields.title}</h2>
      <CardMeta summary={props.summary} />
      <div class="approval-brief">
        <Show when={!held() && last()} fallback={<HeldBefore held={held()} />}>
          {(look) => (
            <Show when={difference()}>
              {(found) => (
                <SinceLooked count={changesIn(found())} at={look().at}>
                  <BriefChanges difference={found()} />
                </SinceLooked>
              )}
            </Show>
          )}
        </Show>
        <dl class="facts facts-grid">
          <For each={approvalFacts(props.summary, reader())}>{(fact) => <FactLine fact={fact} />}</For>
        </dl>
        <ChooseTeam summary={props.summary} />
        <div class="approval-text">
          <Show when={props.summary.brief.trim() !== ""} fallback={<p class="ink-3">{t.ticket.description.empty}</p>}>
            <p>{props.summary.brief}</p>
          </Show>
        </div>
        <p class="approval-more t2">
          <A class="words" href={`/tickets/${props.summary.id}`}>
            {t.approvals.openTicket}
          </A>
          <Show when={props.summary.commentCount > 0}>
            <span class="ink-2">{t.approvals.comments(props.summary.commentCount)}</span>
          </Show>
        </p>
      </div>
    </article>
  );
};

/** They approved it before, and it was held: what differs from what they approved says more than the last look. */
const HeldBefore = (props: { held: RefusedChange | undefined }) => (
  <Show when={props.held} keyed>
    {(refused) => <HeldApproval refused={refused} isFirst={false} isOnTicket onLeave={() => {}} />}
  </Show>
);

/** '#1064 · Ads · marketing-2 asks · High' */
const CardMeta = (props: { summary: TicketSummary }) => {
  const { directory } = useDevice();
  const parts = () => {
    const { state, fields } = props.summary;
    return [
      state.number === null ? null : t.words.number(state.number),
      fields.requestType === null ? null : t.words.requestType[fields.requestType],
      t.approvals.asks(usernameOf(state.requester, directory())),
    ].filter((part) => part !== null);
  };
  return (
    <p class="approval-meta ink-2">
      <span class="figures">{parts().join(" · ")}&nbsp;·</span>
      <PriorityMark priority={props.summary.fields.priority} />
      <OverdueMark state={props.summary.state} />
    </p>
  );
};

/** At the last step the team can be another than the suggested one, in the same step. */
const ChooseTeam = (props: { summary: TicketSummary }) => {
  const page = useApprovals();
  return (
    <Show when={props.summary.state.status === "pending_creative"}>
      <p class="approval-team">
        <Button kind="words" onClick={() => page.ask("team")}>
          {t.actions.chooseTeam}
        </Button>
      </p>
    </Show>
  );
};
