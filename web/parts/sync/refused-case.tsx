import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { now } from "../../platform/now.ts";
import { refusalSentence } from "../../presentation/refusal-sentence.ts";
import type { RefusedChange } from "../../sync/device.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { useDevice } from "../session-context.ts";
import { canTryAgain, tryAgain } from "./try-again.ts";
import "./refused-case.css";

interface RefusedCaseProps {
  refused: RefusedChange;
  /** Only the first has a black button. */
  isFirst: boolean;
  /** It stands on its own ticket, which has a title and everything one may do. */
  isOnTicket?: boolean;
  onLeave: () => void;
}

/** One refused change: what and where, who and when and why, what was written, and what can be done now. */
export const RefusedCase = (props: RefusedCaseProps) => {
  const device = useDevice();
  const [isCopied, setCopied] = createSignal(false);
  const isAction = () => props.refused.what in t.actions.do;
  const isHeld = () => props.refused.code === "brief_changed";
  const copy = async () => {
    await navigator.clipboard.writeText(props.refused.wrote);
    setCopied(true);
  };
  return (
    <article class="case">
      <CaseKind refused={props.refused} />
      <Show when={props.isOnTicket !== true}>
        <h3 class="t3">
          <A href={`/tickets/${props.refused.ticket}`} onClick={() => props.onLeave()}>
            {props.refused.title === "" ? t.sync.noTitle : props.refused.title}
          </A>
        </h3>
      </Show>
      <p class="t2 ink-2">
        <Sentence
          text={refusalSentence(props.refused, { me: device.me().id, directory: device.directory(), nowMs: now() })}
        />
      </p>
      <Show when={props.refused.wrote !== ""}>
        <blockquote class="kept">{props.refused.wrote}</blockquote>
      </Show>
      <div class="case-actions">
        <Show when={!(props.isOnTicket === true && isAction()) && canTryAgain(props.refused, device)}>
          <Button kind={props.isFirst ? "main" : "outline"} onClick={() => tryAgain(device, props.refused)}>
            {isHeld() ? t.sync.approveNow : t.sync.tryAgain}
          </Button>
        </Show>
        <Show when={props.refused.wrote !== ""}>
          <Button kind="words" onClick={() => void copy()}>
            {isCopied() ? t.sync.copied : t.sync.copy}
          </Button>
        </Show>
        <Button
          kind={isHeld() ? "outline" : "words"}
          danger={!isHeld()}
          onClick={() => void device.discardRefused(props.refused.id)}
        >
          {isHeld() ? t.sync.dropApproval : t.sync.discard}
        </Button>
      </div>
    </article>
  );
};

const CaseKind = (props: { refused: RefusedChange }) => (
  <Show
    when={props.refused.code === "brief_changed"}
    fallback={
      <p class="case-kind tone-stop t2">
        <Icon name="icon-circle-alert" />
        <span>{props.refused.what in t.actions.do ? t.sync.refused : t.sync.putBack}</span>
      </p>
    }
  >
    <p class="case-kind tone-wait t2">
      <Icon name="icon-circle-pause" />
      <span>{t.sync.held}</span>
    </p>
  </Show>
);
