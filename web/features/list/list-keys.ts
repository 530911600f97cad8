import { onCleanup } from "solid-js";
import type { TicketId } from "../../../shared/ids.ts";
import { createShortcut } from "../../platform/shortcut.ts";

interface ListKeysProps {
  region: () => HTMLElement;
  /** In the order in which they are drawn. */
  ids: () => readonly TicketId[];
  cursor: () => TicketId | null;
  /** Brings the ticket into sight, and what is its link into the document. */
  reveal: (id: TicketId) => void;
  /** Beside an open ticket the keys open the next one; else they move the focus, and Enter opens. */
  open: ((id: TicketId) => void) | null;
  clear: () => void;
  onEnter: (focusFirst: () => void) => void;
}

/** `j` `k` and the arrows go through the list, Home and End to its ends, Escape clears the search. */
export const createListKeys = (props: ListKeysProps): void => {
  const focus = (id: TicketId) => {
    props.reveal(id);
    // The rows brought into sight are drawn within this turn.
    queueMicrotask(() => props.region().querySelector<HTMLElement>(`[data-ticket="${id}"]`)?.focus());
  };
  const step = (by: number) => {
    const ids = props.ids();
    const cursor = props.cursor();
    const at = cursor === null ? -1 : ids.indexOf(cursor);
    const id = ids[Math.max(0, Math.min(ids.length - 1, at < 0 ? 0 : at + by))];
    if (id === undefined) return;
    if (props.open === null) focus(id);
    else if (id !== cursor) props.open(id);
  };
  props.onEnter(() => {
    const [first] = props.ids();
    if (first !== undefined) focus(first);
  });
  createShortcut("j", () => step(1));
  createShortcut("k", () => step(-1));

  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const target = event.target as HTMLElement;
    // Arrows scroll the page unless one is already in the list.
    if (target.dataset.ticket === undefined) return;
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Home") step(Number.NEGATIVE_INFINITY);
    else if (event.key === "End") step(Number.POSITIVE_INFINITY);
    else if (event.key === "Escape") props.clear();
    else return;
    event.preventDefault();
  };
  document.addEventListener("keydown", listen);
  onCleanup(() => document.removeEventListener("keydown", listen));
};
