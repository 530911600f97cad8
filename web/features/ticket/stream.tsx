import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import type { CommentId } from "../../../shared/ids.ts";
import { t } from "../../i18n/messages.ts";
import { type StreamEntry, streamOf } from "../../presentation/stream.ts";
import { createSteps } from "../../ui/create-steps.ts";
import { NextTask } from "../../ui/next-task.tsx";
import { Section } from "../../ui/section.tsx";
import { ActionLine } from "./action-line.tsx";
import { CommentThread } from "./comment-thread.tsx";
import { Composer } from "./composer.tsx";
import { useTicketPage } from "./ticket-context.ts";
import "./stream.css";

type Filter = "all" | "comments" | "activity";
const filters: readonly Filter[] = ["all", "comments", "activity"];

const entriesInATask = 2;

const isShown = (entry: StreamEntry, filter: Filter): boolean =>
  filter === "all" || (filter === "comments") === (entry.kind === "comment");

/** Comments and activity, one stream, oldest first, the composer at its end. */
export const Stream = () => {
  const { open, may, news } = useTicketPage();
  const [filter, setFilter] = createSignal<Filter>("all");
  const [replyTo, setReplyTo] = createSignal<CommentId | null>(null);
  const stream = createMemo(() => streamOf(open.comments(), open.actions()));
  const byId = createMemo(() => new Map(stream().map((entry) => [entry.id as string, entry])));
  // By id, so that a row (and what is being typed in it) survives every change around it.
  const shown = createMemo(() =>
    stream()
      .filter((entry) => isShown(entry, filter()))
      .map((entry) => entry.id as string),
  );
  const drawn = createSteps(entriesInATask);
  const firstNew = createMemo(() => shown().find((id) => isNew(byId().get(id), news().ids)));
  return (
    <Section
      title={t.ticket.stream.heading}
      region={t.ticket.stream.region}
      class="stream"
      aside={<Filters filter={filter()} onChoose={setFilter} />}
    >
      <section aria-label={t.ticket.stream.history}>
        <Show when={shown().length > 0} fallback={<p class="stream-empty t2 ink-3">{t.ticket.stream.empty}</p>}>
          <ol class="stream-list">
            <For each={shown().slice(0, drawn())}>
              {(id) => (
                <Show when={byId().get(id)}>
                  {(entry) => (
                    <li>
                      <Show when={id === firstNew()}>
                        <p class="stream-new t1">{t.changes.newFromHere}</p>
                      </Show>
                      <StreamRow entry={entry()} onReply={setReplyTo} />
                    </li>
                  )}
                </Show>
              )}
            </For>
          </ol>
        </Show>
      </section>
      <NextTask>
        <Show when={may("comment")}>
          <Composer replyTo={replyTo()} onDone={() => setReplyTo(null)} />
        </Show>
      </NextTask>
    </Section>
  );
};

/** It, or a reply below it. */
const isNew = (entry: StreamEntry | undefined, ids: ReadonlySet<string>): boolean =>
  entry !== undefined &&
  (ids.has(entry.id) || (entry.kind === "comment" && entry.replies.some(({ id }) => ids.has(id))));

const StreamRow = (props: { entry: StreamEntry; onReply: (to: CommentId) => void }) => (
  <Switch>
    <Match when={props.entry.kind === "action" && props.entry}>
      {(action) => <ActionLine entry={action().entry} at={action().at} />}
    </Match>
    <Match when={props.entry.kind === "comment" && props.entry}>
      {(thread) => <CommentThread thread={thread()} onReply={props.onReply} />}
    </Match>
  </Switch>
);

const Filters = (props: { filter: Filter; onChoose: (filter: Filter) => void }) => (
  <fieldset class="stream-filters" aria-label={t.ticket.stream.filter}>
    <For each={filters}>
      {(filter) => (
        <button
          type="button"
          class="stream-filter t2"
          aria-pressed={filter === props.filter}
          onClick={() => props.onChoose(filter)}
        >
          {t.ticket.stream.filters[filter]}
        </button>
      )}
    </For>
  </fieldset>
);
