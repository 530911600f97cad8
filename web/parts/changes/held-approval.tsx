import { A } from "@solidjs/router";
import { createMemo, createSignal, Show } from "solid-js";
import { toMs } from "../../../shared/time.ts";
import { t } from "../../i18n/messages.ts";
import { now } from "../../platform/now.ts";
import { briefDifference, briefOf } from "../../presentation/brief-difference.ts";
import { momentInSentence } from "../../presentation/moments.ts";
import { secondTry } from "../../presentation/second-try.ts";
import type { RefusedChange, SeenBrief } from "../../sync/device.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { useDevice } from "../session-context.ts";
import { approveAsShown } from "./approve-as-shown.ts";
import { BriefChanges } from "./brief-changes.tsx";
import "./held-approval.css";

interface HeldApprovalProps {
  /** An approval refused with `brief_changed`. */
  refused: RefusedChange;
  /** Only the first has a black button. */
  isFirst: boolean;
  /** It stands on its own ticket, which has a title. */
  isOnTicket?: boolean;
  /** The link to the ticket was taken. */
  onLeave: () => void;
}

/** You approved what you saw, and it changed: what differs, and one tap to approve what is there now, another to drop it. */
export const HeldApproval = (props: HeldApprovalProps) => {
  const device = useDevice();
  const [approved, setApproved] = createSignal<SeenBrief | null>(null);
  // A refusal is what it is; another one is another case.
  const { facts, ticket: id } = props.refused;
  if (typeof facts.seen === "string") void device.seen.find(id, facts.seen).then(setApproved);
  const summary = createMemo(() => device.tickets().find((row) => row.summary.id === id)?.summary);
  const difference = createMemo(() => {
    const [before, after] = [approved(), summary()];
    if (before === null || after === undefined) return null;
    return briefDifference(before, briefOf(after), { directory: device.directory(), nowMs: now() });
  });
  const again = () =>
    secondTry(props.refused, summary(), { me: device.me(), directory: device.directory(), nowMs: now() });
  const whyNot = () => {
    const outcome = again();
    return outcome.kind === "impossible" ? outcome.why : null;
  };
  return (
    <article class="case">
      <p class="case-kind tone-wait t2">
        <Icon name="icon-circle-pause" />
        <span>{t.sync.held}</span>
      </p>
      <Show when={props.isOnTicket !== true}>
        <h3 class="t3">
          <A href={`/tickets/${id}`} onClick={() => props.onLeave()}>
            {props.refused.title === "" ? t.sync.noTitle : props.refused.title}
          </A>
        </h3>
      </Show>
      <p class="t2 ink-2">
        <Show when={approved()} fallback={t.changes.held.elsewhere}>
          {(brief) => t.changes.held.sentence(momentInSentence(toMs(brief().at), now()))}
        </Show>
      </p>
      <Show when={difference()}>{(found) => <BriefChanges difference={found()} />}</Show>
      <Show when={whyNot()}>
        {(why) => (
          <p class="t2 ink-2">
            <Sentence text={why()} />
          </p>
        )}
      </Show>
      <div class="case-actions">
        <Show when={again().kind === "possible" && summary()}>
          {(shown) => (
            <Button
              kind={props.isFirst ? "main" : "outline"}
              onClick={() => void approveAsShown(device, props.refused, shown())}
            >
              {t.changes.held.approveNow}
            </Button>
          )}
        </Show>
        <Button onClick={() => void device.discardRefused(props.refused.id)}>{t.sync.dropApproval}</Button>
      </div>
    </article>
  );
};
