import { type Accessor, createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import { canRead } from "../../../shared/access/can.ts";
import type { Person } from "../../../shared/access/directory.ts";
import { accessFacts } from "../../../shared/ticket/summary.ts";
import { t } from "../../i18n/messages.ts";
import { activePeople, initialsOf } from "../../presentation/names.ts";
import { completeMention, offeredPeople, type TypedMention, typedMention } from "../../presentation/typed-mention.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { useTicketPage } from "./ticket-context.ts";
import "./mention-list.css";

/** People to choose from while an `@` is typed into a field: the field keeps the focus, its keys move through the list. */
export interface Mentions {
  listId: string;
  offered: Accessor<readonly Person[]>;
  chosenId: Accessor<string | undefined>;
  /** After every change of the field's text or caret. */
  follow(field: HTMLTextAreaElement): void;
  /** Answers true where the key was the list's. */
  press(event: KeyboardEvent): boolean;
  choose(person: Person): void;
  close(): void;
}

/** Only those who may read the ticket are offered: a name calls somebody to it. */
export const createMentions = (write: (text: string) => void): Mentions => {
  const { ticket, directory, me } = useTicketPage();
  const listId = createUniqueId();
  const [typed, setTyped] = createSignal<TypedMention | null>(null);
  const [at, setAt] = createSignal(0);
  let field: HTMLTextAreaElement | undefined;
  const readers = createMemo(() =>
    activePeople(directory()).filter(
      (person) => person.id !== me().id && canRead(person, accessFacts(ticket()), directory()),
    ),
  );
  const offered = createMemo(() => {
    const mention = typed();
    return mention === null ? [] : offeredPeople(readers(), mention.query);
  });
  const close = () => setTyped(null);
  const choose = ({ username }: Person) => {
    const mention = typed();
    if (field === undefined || mention === null) return;
    const { text, caret } = completeMention(field.value, field.selectionEnd, mention, username);
    write(text);
    close();
    field.focus();
    field.setSelectionRange(caret, caret);
  };
  const step = (by: number) => setAt((before) => (before + by + offered().length) % offered().length);
  const keys: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => chooseCurrent(),
    Tab: () => chooseCurrent(),
    Escape: close,
  };
  const chooseCurrent = () => {
    const person = offered()[at()];
    if (person !== undefined) choose(person);
  };
  return {
    listId,
    offered,
    chosenId: () => (offered().length === 0 ? undefined : `${listId}-${at()}`),
    follow: (element) => {
      field = element;
      const found = typedMention(element.value, element.selectionEnd);
      if (found?.query !== typed()?.query) setAt(0);
      setTyped(found);
    },
    press: (event) => {
      const act = keys[event.key];
      if (act === undefined || offered().length === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return false;
      event.preventDefault();
      event.stopPropagation();
      act();
      return true;
    },
    choose,
    close,
  };
};

export const MentionList = (props: { mentions: Mentions }) => (
  <>
    <p class="aloud" role="status">
      {props.mentions.offered().length === 0 ? "" : t.ticket.stream.mentions(props.mentions.offered().length)}
    </p>
    <Show when={props.mentions.offered().length > 0}>
      <div class="mention-list" id={props.mentions.listId} role="listbox" aria-label={t.ticket.stream.mention}>
        <For each={props.mentions.offered()}>
          {(person, index) => {
            const id = () => `${props.mentions.listId}-${index()}`;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
              <div
                class="mention-option"
                id={id()}
                role="option"
                aria-selected={props.mentions.chosenId() === id()}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => props.mentions.choose(person)}
              >
                <Avatar initials={initialsOf(person.username)} />
                <b>{person.username}</b>
                <span class="ink-2">{`${person.firstName} ${person.lastName}`.trim()}</span>
              </div>
            );
          }}
        </For>
      </div>
    </Show>
  </>
);
