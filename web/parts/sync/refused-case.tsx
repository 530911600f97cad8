import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { now } from "../../platform/now.ts";
import { refusalSentence } from "../../presentation/refusal-sentence.ts";
import { secondTry } from "../../presentation/second-try.ts";
import { suggestedName, suggestedWords, suggestionBody, suggestionIn } from "../../presentation/suggestion.ts";
import { factsWithWho } from "../../presentation/who-was-first.ts";
import type { RefusedChange } from "../../sync/device.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { useDevice } from "../session-context.ts";
import { Discard } from "./discard.tsx";
import { suggest, tryAgain } from "./try-again.ts";
import "./refused-case.css";

interface RefusedCaseProps {
  refused: RefusedChange;
  /** Only the first has a black button. */
  isFirst: boolean;
  /** It stands on its own ticket, which has a title and everything one may do. */
  isOnTicket?: boolean;
  onLeave: () => void;
  /** Something was done about it that the person should hear of. */
  onDone?: (words: string) => void;
}

/** One refused change: what and where, who and when and why, what was written, and what can be done now. */
export const RefusedCase = (props: RefusedCaseProps) => {
  const device = useDevice();
  const summary = () => device.tickets().find(({ summary: { id } }) => id === props.refused.ticket)?.summary;
  // As it is called now: the refused change may be another title.
  const title = () => summary()?.fields.title || props.refused.title || t.sync.noTitle;
  const number = () => summary()?.state.number ?? null;
  return (
    <article class="case">
      <CaseKind refused={props.refused} />
      <Show when={props.isOnTicket !== true}>
        <h3 class="t3 case-title">
          <A href={`/tickets/${props.refused.ticket}`} onClick={() => props.onLeave()}>
            {title()}
            <Show when={number()}>{(known) => <span class="case-number"> {t.words.number(known())}</span>}</Show>
          </A>
        </h3>
      </Show>
      <p class="t2 ink-2">
        <Sentence
          text={refusalSentence(
            { ...props.refused, facts: factsWithWho(props.refused, summary()) },
            { me: device.me().id, directory: device.directory(), nowMs: now() },
          )}
        />
      </p>
      <Kept refused={props.refused} />
      <CaseActions {...props} />
    </article>
  );
};

const CaseKind = (props: { refused: RefusedChange }) => (
  <p class="case-kind tone-stop t2">
    <Icon name="icon-circle-alert" />
    <span>{isAction(props.refused) ? t.sync.refused : t.sync.putBack}</span>
  </p>
);

const isAction = ({ what }: RefusedChange): boolean => what in t.actions.do;

/** What was written; of a field its name and its value in words. */
const Kept = (props: { refused: RefusedChange }) => {
  const device = useDevice();
  const field = () => {
    const suggestion = suggestionIn(props.refused);
    return suggestion === null || suggestion.field === "description" ? null : suggestion;
  };
  const words = () => {
    const suggestion = field();
    if (suggestion === null) return props.refused.wrote;
    return suggestedWords(suggestion, { directory: device.directory(), nowMs: now() }) || t.changes.nothing;
  };
  return (
    <Show when={words() !== ""}>
      <blockquote class="kept">
        <Show when={field()}>{(known) => <span class="kept-name t1 ink-2">{suggestedName(known())}</span>}</Show>
        {words()}
      </blockquote>
    </Show>
  );
};

const CaseActions = (props: RefusedCaseProps) => {
  const device = useDevice();
  const [isCopied, setCopied] = createSignal(false);
  const [note, setNote] = createSignal("");
  const reader = () => ({ me: device.me(), directory: device.directory(), nowMs: now() });
  const summary = () => device.tickets().find(({ summary: { id } }) => id === props.refused.ticket)?.summary;
  const again = () => secondTry(props.refused, summary(), reader());
  const suggestion = () => (summary() === undefined ? null : suggestionIn(props.refused));
  const mainKind = () => (props.isFirst ? "main" : "outline");
  const orFetched = (isThere: boolean) => {
    if (!isThere) setNote(t.sync.unreachable);
    return isThere;
  };
  const repeat = () => {
    const outcome = again();
    if (outcome.kind === "impossible") setNote(outcome.why);
    else void tryAgain(device, props.refused).then(orFetched);
  };
  const suggestIt = () => {
    const wanted = suggestion();
    if (wanted === null) return;
    const done = props.onDone;
    void suggest(device, props.refused, wanted, suggestionBody(wanted, reader())).then(
      (isThere) => orFetched(isThere) && done?.(t.suggestions.suggested),
    );
  };
  const copy = async () => {
    await navigator.clipboard.writeText(props.refused.wrote);
    setCopied(true);
  };
  const hasAgain = () => !(props.isOnTicket === true && isAction(props.refused)) && again().kind !== "none";
  // What one may do oneself by now comes before asking somebody else to.
  const isAgainFirst = () => again().kind === "possible" || suggestion() === null;
  return (
    <div class="case-actions">
      <Show when={hasAgain() && again().kind === "possible"}>
        <Button kind={mainKind()} onClick={repeat}>
          {t.sync.tryAgain}
        </Button>
      </Show>
      <Show when={suggestion()}>
        <Button kind={isAgainFirst() ? "words" : mainKind()} onClick={suggestIt}>
          {t.suggestions.suggestIt}
        </Button>
      </Show>
      <Show when={hasAgain() && again().kind === "impossible"}>
        <Button kind="words" onClick={repeat}>
          {t.sync.tryAgain}
        </Button>
      </Show>
      <Show when={props.refused.wrote !== ""}>
        <Button kind="words" onClick={() => void copy()}>
          {isCopied() ? t.sync.copied : t.sync.copy}
        </Button>
      </Show>
      <Discard refused={props.refused} />
      <p class="case-note t2" role="status">
        <Sentence text={note()} />
      </p>
    </div>
  );
};
