import { createMemo, Match, Show, Switch } from "solid-js";
import type { CommentId } from "../../../shared/ids.ts";
import type { Suggestion } from "../../../shared/ticket/suggestion.ts";
import { toMs } from "../../../shared/time.ts";
import { t } from "../../i18n/messages.ts";
import { BriefChanges } from "../../parts/changes/brief-changes.tsx";
import { momentInSentence } from "../../presentation/moments.ts";
import { usernameOf } from "../../presentation/names.ts";
import {
  type Application,
  applicationsIn,
  isDone,
  mayApply,
  suggestedDifference,
  suggestedName,
  suggestedWords,
} from "../../presentation/suggestion.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { useTicketPage } from "./ticket-context.ts";
import "./suggested.css";

/** A change that a comment asks for: from what stands there to what is suggested, until somebody who may has made it. */
export const Suggested = (props: { id: CommentId; suggestion: Suggestion }) => {
  const { open, ticket, me, directory, viewer } = useTicketPage();
  const isThere = () => isDone(props.suggestion, ticket(), viewer());
  const may = () => mayApply(props.suggestion, ticket(), me(), directory());
  const application = createMemo(() => applicationsIn(open.comments()).get(props.id));
  const apply = () => open.applySuggestion(props.id, t.suggestions.appliedBody(suggestedName(props.suggestion)));
  return (
    <div class="suggested">
      <Show
        when={isThere()}
        fallback={<BriefChanges difference={suggestedDifference(props.suggestion, ticket(), viewer())} />}
      >
        <p>
          <span class="t2 ink-2">{suggestedName(props.suggestion)}</span>{" "}
          {suggestedWords(props.suggestion, viewer()) || t.changes.nothing}
        </p>
      </Show>
      <Switch>
        <Match when={application()}>{(known) => <Applied application={known()} />}</Match>
        <Match when={isThere()}>
          <p class="t2 ink-2">{t.suggestions.standsThere}</p>
        </Match>
      </Switch>
      <Show when={!isThere() && may()}>
        <Button onClick={apply}>{t.suggestions.apply}</Button>
      </Show>
    </div>
  );
};

const Applied = (props: { application: Application }) => {
  const { me, directory, viewer } = useTicketPage();
  const text = () => {
    const { by, at } = props.application;
    const moment = momentInSentence(toMs(at), viewer().nowMs);
    return by === me().id
      ? t.suggestions.appliedOwn(moment)
      : t.suggestions.applied(usernameOf(by, directory()), moment);
  };
  return (
    <p class="suggested-applied t2">
      <Icon name="icon-check" />
      <span>
        <Sentence text={text()} />
      </span>
    </p>
  );
};
