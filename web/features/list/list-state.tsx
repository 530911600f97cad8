import { useLocation, useNavigate } from "@solidjs/router";
import {
  type Accessor,
  createContext,
  createEffect,
  createMemo,
  createSignal,
  type JSX,
  on,
  onCleanup,
  useContext,
} from "solid-js";
import type { TicketId } from "../../../shared/ids.ts";
import { useDevice } from "../../parts/session-context.ts";
import { now } from "../../platform/now.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { countByView, filterTickets, foundAmong, placesOf } from "./filter-tickets.ts";
import {
  type Facet,
  facets,
  type Layout,
  type ListQuery,
  type ListView,
  nothingChosen,
  readQuery,
  writeQuery,
} from "./list-query.ts";
import { rememberedLayout, rememberLayout } from "./remembered-layout.ts";
import { sortTickets } from "./sort-tickets.ts";

export interface ListState {
  /** What is asked for: the address, with the words as they are being typed. */
  query: Accessor<ListQuery>;
  layout: Accessor<Layout>;
  /** The tickets asked for, in order. */
  shown: Accessor<readonly ListedTicket[]>;
  /** Null while only the first rows are here. */
  counts: Accessor<Record<ListView, number> | null>;
  /** What can be narrowed here: kinds only where there are several. */
  facets: Accessor<readonly Facet[]>;
  /** The ticket that keys act on. */
  cursor: Accessor<TicketId | null>;
  setCursor(id: TicketId | null): void;
  /** A ticket's address, with the present question kept in it. */
  hrefOf(id: TicketId): string;
  hrefOfView(view: ListView): string;
  /** Answers at once; the address follows when the typing rests. */
  search(text: string): void;
  /** Other than words: a step that Back takes back. */
  ask(change: Partial<Omit<ListQuery, "text">>): void;
  clearFilters(): void;
  /** From the search into what was found: the first ticket gets the focus, or is opened. */
  enter(how: "focus" | "open"): void;
  /** Whoever draws the tickets says how to get to the first. */
  onEnter(focusFirst: () => void): void;
}

/** So long after the last letter words are written into the address. */
const restMs = 250;

/** Up to one in so many is looked up; more than that is quicker to go through. */
const fewPart = 8;

const ListContext = createContext<ListState>();

export const useList = (): ListState => {
  const state = useContext(ListContext);
  if (state === undefined) throw new Error("outside of ListProvider");
  return state;
};

/** The list's question and its answer, for the list and for what stands around it. */
export const ListProvider = (props: { children: JSX.Element }) => (
  <ListContext.Provider value={createListState()}>{props.children}</ListContext.Provider>
);

const createListState = (): ListState => {
  const device = useDevice();
  const location = useLocation();
  const navigate = useNavigate();
  const addressed = createMemo(() => readQuery(location.search));
  const [text, setText] = createSignal(addressed().text);
  const [cursor, setCursor] = createSignal<TicketId | null>(null);
  const query = createMemo((): ListQuery => ({ ...addressed(), text: text() }));

  let focusFirst = () => {};
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** The words this list itself has put into the address; others come from Back, a link or a reload. */
  let written = addressed().text;
  const write = (next: ListQuery, replace: boolean) => {
    clearTimeout(resting);
    written = next.text;
    const search = writeQuery(next);
    if (search !== location.search) navigate(location.pathname + search, { replace, scroll: false });
  };
  createEffect(
    on(
      () => addressed().text,
      (there) => {
        if (there === written) return;
        written = there;
        clearTimeout(resting);
        setText(there);
      },
    ),
  );
  onCleanup(() => clearTimeout(resting));

  const search = (typed: string) => {
    setText(typed);
    clearTimeout(resting);
    resting = setTimeout(() => write(query(), true), restMs);
  };
  const sorted = createMemo(() => sortTickets(device.tickets(), addressed().sort, device.directory()));
  const found = createMemo(() => device.find(text()));

  const hasSupport = createMemo(() => device.tickets().some(({ summary }) => summary.fields.kind === "support"));
  const isSearching = createMemo(() => found() !== null);
  const places = createMemo(() => (isSearching() ? placesOf(sorted()) : null));
  const candidates = createMemo(() => {
    const [fitting, standing] = [found(), places()];
    const isMuch = fitting === null || fitting.size * fewPart > sorted().length;
    return isMuch || standing === null ? sorted() : foundAmong(sorted(), standing, fitting);
  });
  const asked = createMemo(() => writeQuery(query()));
  // Of the first rows alone nothing is to be found: what is asked meanwhile is answered once all are here.
  const shown = createMemo(() => {
    if (!device.isWhole() && asked() !== "") return [];
    return filterTickets(candidates(), addressed(), found(), device.me().id, now());
  });
  const hrefOf = (id: TicketId) => `/tickets/${id}${asked()}`;

  return {
    query,
    layout: () => addressed().layout ?? rememberedLayout(),
    shown,
    facets: createMemo(() => {
      const isKindAsked = addressed().chosen.kind.length > 0;
      return isKindAsked || hasSupport() ? facets : facets.filter((facet) => facet !== "kind");
    }),
    counts: createMemo(() => (device.isWhole() ? countByView(device.tickets(), now()) : null)),
    cursor,
    setCursor,
    hrefOf,
    hrefOfView: (view) => location.pathname + writeQuery({ ...query(), view }),
    search,
    ask: (change) => {
      if (change.layout != null) rememberLayout(change.layout);
      write({ ...query(), ...change }, false);
    },
    clearFilters: () => {
      setText("");
      write({ ...query(), view: "all", text: "", chosen: nothingChosen, isOverdue: false, isMine: false }, false);
    },
    enter: (how) => {
      const [first] = shown();
      if (first === undefined) return;
      if (how === "open") navigate(hrefOf(first.summary.id));
      else focusFirst();
    },
    onEnter: (focus) => {
      focusFirst = focus;
    },
  };
};
