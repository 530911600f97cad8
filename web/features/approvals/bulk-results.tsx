import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { PencilMark } from "../../parts/marks.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { StatusMark } from "../../parts/status-mark.tsx";
import { now } from "../../platform/now.ts";
import { refusalSentence } from "../../presentation/refusal-sentence.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { type BulkResult, useApprovals } from "./approvals-context.ts";
import "./bulk-results.css";

/** What became of each of several, from the tap to the server's word. */
export const BulkResults = () => {
  const page = useApprovals();
  return (
    <Section title={t.approvals.results} count={page.results().length}>
      <ul>
        <For each={page.results()}>
          {(result) => (
            <li class="result t2">
              <A class="result-title" href={`/tickets/${result.ticket}`}>
                {result.title.trim() === "" ? t.words.untitled : result.title}
              </A>
              <Outcome result={result} />
            </li>
          )}
        </For>
      </ul>
      <Button class="results-done" onClick={page.closeResults}>
        {t.approvals.done}
      </Button>
    </Section>
  );
};

const Outcome = (props: { result: BulkResult }) => {
  const device = useDevice();
  const page = useApprovals();
  const listed = () => device.tickets().find(({ summary }) => summary.id === props.result.ticket);
  const refused = () =>
    device
      .refused()
      .find(
        ({ id, ticket, what }) => ticket === props.result.ticket && what === "approve" && !props.result.earlier.has(id),
      );
  const isWaiting = () => page.queue.waiting().some(({ summary }) => summary.id === props.result.ticket);
  return (
    <Show
      when={refused()}
      fallback={
        <Show
          when={!isWaiting()}
          fallback={
            <span class="ink-2">
              {t.approvals.result[props.result.outcome === "needsTeam" ? "needsTeam" : "undone"]}
            </span>
          }
        >
          <Show
            when={listed()?.hasWaiting !== true && listed()}
            fallback={<PencilMark text={t.approvals.result.taken} />}
          >
            {(row) => <StatusMark state={row().summary.state} />}
          </Show>
        </Show>
      }
    >
      {(change) => (
        <span class="tone-stop">
          <Sentence
            text={refusalSentence(change(), { me: device.me().id, directory: device.directory(), nowMs: now() })}
          />
        </span>
      )}
    </Show>
  );
};
