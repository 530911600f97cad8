import { useLocation, useNavigate } from "@solidjs/router";
import { createMemo, createSignal, For, Show, untrack } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { type Command, offeredCommands } from "../../parts/commands.ts";
import { useDevice } from "../../parts/session-context.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { Icon } from "../../ui/icon.tsx";
import { Key } from "../../ui/key.tsx";
import { createEverywhere, type Place } from "./everywhere.ts";
import { type Entry, findCommands } from "./find-commands.ts";
import { PaletteDialog } from "./palette-dialog.tsx";
import { recentIds, rememberChoice } from "./recent.ts";
import { ticketEntry } from "./ticket-entries.ts";
import "./palette.css";

interface PaletteProps {
  /** What was typed before it was there. */
  typed: string;
  places: readonly Place[];
  /** The tickets that fit, best first; the list's own search. */
  findTickets: (query: string) => readonly ListedTicket[];
  onClose: () => void;
}

/** More than fit on a screen nobody reads; the list has the rest. */
const ticketsAtMost = 8;

/** Everything by its name: a combobox over what can be done, gone to and found. */
export const Palette = (props: PaletteProps) => {
  const [query, setQuery] = createSignal(untrack(() => props.typed));
  const [at, setAt] = createSignal(0);
  const found = createEntries(props, query);
  const type = (text: string) => {
    setQuery(text);
    setAt(0);
  };
  const choose = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    rememberChoice(entry.id.replace(/^recent:/, ""));
    props.onClose();
    // Once the focus is back where it was: what opens now remembers that place.
    queueMicrotask(() => entry.run());
  };
  const move = (to: number) => {
    const count = found().length;
    if (count > 0) setAt((to + count) % count);
    document.getElementById(optionId(at()))?.scrollIntoView({ block: "nearest" });
  };
  const steps: Record<string, () => void> = {
    ArrowDown: () => move(at() + 1),
    ArrowUp: () => move(at() - 1),
    PageDown: () => move(Math.min(at() + 8, found().length - 1)),
    PageUp: () => move(Math.max(at() - 8, 0)),
    Enter: () => choose(found()[at()]),
  };
  const press = (event: KeyboardEvent) => {
    const isClosing = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    const step = isClosing ? props.onClose : event.isComposing ? undefined : steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    step();
  };
  return (
    <PaletteDialog onClose={props.onClose}>
      <div class="palette-field">
        <Icon name="icon-search" large />
        <input
          type="text"
          role="combobox"
          autofocus
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="go"
          aria-label={t.palette.field}
          aria-expanded={found().length > 0}
          aria-controls="palette-results"
          aria-autocomplete="list"
          aria-activedescendant={found().length > 0 ? optionId(at()) : undefined}
          placeholder={t.palette.placeholder}
          value={query()}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
        />
        <button type="button" class="palette-close t2" onClick={props.onClose}>
          {t.app.close}
        </button>
      </div>
      <div class="palette-results" id="palette-results" role="listbox" aria-label={t.palette.results}>
        <For each={found()}>
          {(entry, index) => (
            <>
              <Show when={found()[index() - 1]?.group !== entry.group}>
                <div class="palette-group t1 ink-3" role="presentation">
                  {t.palette.groups[entry.group]}
                </div>
              </Show>
              <Option
                entry={entry}
                index={index()}
                isHere={index() === at()}
                onPoint={() => setAt(index())}
                onChoose={() => choose(entry)}
              />
            </>
          )}
        </For>
      </div>
      <p class="palette-found t2 ink-2" classList={{ aloud: found().length > 0 }} role="status">
        {found().length > 0 ? t.palette.found(found().length) : t.palette.nothing(query().trim())}
      </p>
    </PaletteDialog>
  );
};

const optionId = (index: number) => `palette-option-${index}`;

interface OptionProps {
  entry: Entry;
  index: number;
  isHere: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

/** The focus stays in the field; arrow keys move the mark, so options need no keys of their own. */
const Option = (props: OptionProps) => (
  // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the option it is at.
  // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the combobox's.
  <div
    id={optionId(props.index)}
    class="palette-option t2"
    role="option"
    aria-selected={props.isHere}
    onPointerMove={() => props.isHere || props.onPoint()}
    onClick={props.onChoose}
  >
    <Icon name={props.entry.icon} />
    <span class="palette-name">{props.entry.name}</span>
    <Show when={props.entry.note}>{(note) => <span class="palette-note t1 ink-2 figures">{note()}</span>}</Show>
    <Show when={props.entry.keys}>{(keys) => <Key keys={keys()} />}</Show>
  </div>
);

const createEntries = (props: PaletteProps, query: () => string) => {
  const device = useDevice();
  const navigate = useNavigate();
  const location = useLocation();
  const everywhere = createEverywhere(props.places);
  const commands = createMemo(() => {
    const known: Entry[] = [...offeredCommands().map(toAct), ...everywhere()];
    return [
      ...recentOf(location.pathname, [...known, ...device.tickets().map((listed) => ticketEntry(listed, navigate))]),
      ...known,
    ];
  });
  const tickets = createMemo((): Entry[] => {
    const words = query().trim();
    if (words === "") return [];
    const listed = props.findTickets(words);
    const shown = listed.slice(0, ticketsAtMost).map((one) => ticketEntry(one, navigate));
    return listed.length > shown.length ? [...shown, searchEntry(words, () => navigate(searchHref(words)))] : shown;
  });
  return createMemo(() => findCommands(commands(), tickets(), query()));
};

const toAct = (command: Command): Entry => ({ ...command, group: "act" });

const searchHref = (words: string) => `/tickets?${new URLSearchParams({ q: words })}`;

const searchEntry = (words: string, run: () => void): Entry => ({
  id: "search",
  group: "tickets",
  name: t.palette.searchFor(words),
  icon: "icon-search",
  run,
});

/** What was chosen last, as far as it is still there to choose; what the open ticket offers stands above it anyway. */
const recentOf = (here: string, known: readonly Entry[]): Entry[] =>
  recentIds().flatMap((id) => {
    const entry = known.find((one) => one.id === id && one.group !== "act" && !isHere(id, here));
    return entry === undefined ? [] : [{ ...entry, id: `recent:${id}`, group: "recent" as const }];
  });

const isHere = (id: string, path: string): boolean =>
  id === `go:${path}` || `/tickets/${id.slice("ticket:".length)}` === path;
