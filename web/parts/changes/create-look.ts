import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import type { SeenBrief } from "../../sync/device.ts";
import { useDevice } from "../session-context.ts";

/** On the screen for this long it counts as looked at. */
const lookMs = 1_000;

interface Looked {
  ticket: Accessor<Pick<Ticket, "id" | "fields" | "brief">>;
  /** Ids of the comments and actions on the screen; null where there are none to look at. */
  entries: Accessor<string[] | null>;
}

/**
 * For as long as a ticket is on the screen: the look before this one, so that what changed since stays readable however
 * long one looks. What stands there is remembered as it is looked at, not when it is left: a page may end at any moment.
 * Null where there was no look before, and until it is found.
 */
export const createLook = ({ ticket, entries }: Looked): Accessor<SeenBrief | null> => {
  const { seen } = useDevice();
  const isVisible = createVisible();
  const [last, setLast] = createSignal<SeenBrief | null>(null);
  const [isFound, setFound] = createSignal(false);
  void seen.last(ticket().id).then((look) => {
    setLast(look);
    setFound(true);
  });
  const shown = createMemo(() => JSON.stringify([ticket().fields, ticket().brief, entries()]));
  createEffect(() => {
    shown();
    if (!isFound() || !isVisible()) return;
    const timer = setTimeout(() => void seen.keep(ticket(), entries()), lookMs);
    onCleanup(() => clearTimeout(timer));
  });
  return last;
};

const createVisible = (): Accessor<boolean> => {
  const look = () => document.visibilityState === "visible";
  const [isVisible, setVisible] = createSignal(look());
  const follow = () => setVisible(look());
  document.addEventListener("visibilitychange", follow);
  onCleanup(() => document.removeEventListener("visibilitychange", follow));
  return isVisible;
};
