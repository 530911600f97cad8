import { createMemo, For, Show } from "solid-js";
import type { State } from "../../../shared/ticket/ticket.ts";
import { toMs } from "../../../shared/time.ts";
import { t } from "../../i18n/messages.ts";
import { MarkedText } from "../../parts/marked-text.tsx";
import { OverdueMark, PencilMark } from "../../parts/marks.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { now } from "../../platform/now.ts";
import { overdueText } from "../../presentation/deadlines.ts";
import { shortMoment } from "../../presentation/moments.ts";
import { initialsOf, titleOf, usernameOf } from "../../presentation/names.ts";
import { type Mark, marksOf, shownStatus, toneOf } from "../../presentation/status-marks.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { WindowList } from "../../ui/window-list.tsx";
import { useList } from "./list-state.tsx";
import "./ticket-cards.css";

/** In rem. */
const cardHeight = 11.5;
const cardWidth = 17;

interface TicketCardsProps {
  tickets: readonly ListedTicket[];
  /** Of the list, in rem. */
  width: number;
  onReady: (reveal: (index: number) => void) => void;
}

/** Tickets side by side, as many as fit. */
export const TicketCards = (props: TicketCardsProps) => {
  const columns = createMemo(() => Math.max(1, Math.floor(props.width / cardWidth)));
  const lines = createMemo(() => {
    const perLine = columns();
    return Array.from({ length: Math.ceil(props.tickets.length / perLine) }, (_, line) =>
      props.tickets.slice(line * perLine, (line + 1) * perLine),
    );
  });
  return (
    <WindowList
      items={lines()}
      keyOf={([first]) => first?.summary.id ?? ""}
      rowHeight={cardHeight}
      onReady={(reveal) => props.onReady((index) => reveal(Math.floor(index / columns())))}
    >
      {(line) => (
        <div class="cards-line" style={{ "grid-template-columns": `repeat(${columns()}, minmax(0, 1fr))` }}>
          <For each={line()}>{(listed) => <TicketCard listed={listed} />}</For>
        </div>
      )}
    </WindowList>
  );
};

const TicketCard = (props: { listed: ListedTicket }) => {
  const list = useList();
  const summary = () => props.listed.summary;
  const state = () => summary().state;
  const shown = () => shownStatus(state());
  const tone = () => `tone-${toneOf[shown()]}`;
  const meta = () =>
    [
      summary().fields.requestType === null ? null : t.words.requestType[summary().fields.requestType ?? "ads"],
      t.words.priority[summary().fields.priority],
    ].filter((part) => part !== null);
  return (
    <article class="card">
      <div>
        <div class={`card-rule ${tone()}`} aria-hidden="true">
          <For each={marksOf(state())}>{(mark) => <i class={ticks[mark]} />}</For>
        </div>
        <p class="card-state t1">
          <Show when={props.listed.hasWaiting} fallback={<span class={tone()}>{t.words.status[shown()]}</span>}>
            <PencilMark text={t.app.tickets.waiting(t.words.status[shown()])} />
          </Show>
          <Show when={state().number}>{(number) => <span class="figures ink-3">{t.words.number(number())}</span>}</Show>
        </p>
      </div>
      <a
        class="card-link t3"
        href={list.hrefOf(summary().id)}
        data-ticket={summary().id}
        onFocus={() => list.setCursor(summary().id)}
      >
        <MarkedText text={titleOf(summary())} query={list.query().text} />
      </a>
      <p class="card-meta t1 ink-3">{meta().join(" · ")}</p>
      <div class="card-foot t1">
        <CardDeadline listed={props.listed} />
        <CardPeople listed={props.listed} />
      </div>
    </article>
  );
};

const ticks: Record<Mark, string> = { dot: "", short: "card-passed", tall: "card-here", cross: "card-fell" };

const CardDeadline = (props: { listed: ListedTicket }) => {
  const state = () => props.listed.summary.state;
  return (
    <Show when={overdueText(state(), now()) === null} fallback={<OverdueMark state={state()} />}>
      <span class="figures ink-2">{dueText(state(), now())}</span>
    </Show>
  );
};

/** 'Due 18:00', or when it was done. */
const dueText = ({ completedAt, deadline }: State, nowMs: number): string => {
  if (completedAt !== null) return t.list.completed(shortMoment(toMs(completedAt), nowMs));
  return deadline === null ? t.app.tickets.fromApproval : t.times.due(shortMoment(toMs(deadline), nowMs));
};

const CardPeople = (props: { listed: ListedTicket }) => {
  const device = useDevice();
  const people = () => {
    const { requester, assignee, collaborators } = props.listed.summary.state;
    return assignee === null ? (requester === null ? [] : [requester]) : [assignee, ...collaborators].slice(0, 3);
  };
  const names = () => people().map((id) => usernameOf(id, device.directory()));
  return (
    <span class="card-people" title={names().join(", ")}>
      <span class="aloud">{names().join(", ")}</span>
      <For each={people()}>
        {(id) => <Avatar initials={initialsOf(usernameOf(id, device.directory()))} isMine={id === device.me().id} />}
      </For>
    </span>
  );
};
