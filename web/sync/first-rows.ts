/** The first rows of the list as they were the last time, so that the app opens with them and not with nothing. */
import { createEffect, onCleanup } from "solid-js";
import type { Person } from "../../shared/access/directory.ts";
import type { TicketId, UserId } from "../../shared/ids.ts";
import { type DirectoryRows, directoryToRows } from "../../shared/protocol/feed.ts";
import { toMs } from "../../shared/time.ts";
import { mineOnDevice } from "../platform/mine-on-device.ts";
import type { Device, ListedTicket } from "./device.ts";
import { isLeaseOver } from "./lease.ts";

export interface FirstRows {
  me: Person;
  rows: ListedTicket[];
  /** Only those who stand in the rows. */
  directory: DirectoryRows;
}

/** Changes with what is kept, so that an older app's rows are not read as something else. */
const format = 1;
/** As many as any screen shows at once. */
const rowsKept = 24;
/** Changes within this many milliseconds are written together. */
const gatherMs = 500;

/** With the small things of this person. */
const firstRowsPlace = mineOnDevice("first-rows");

/** Null where there are none, they are somebody else's, or this device was out of touch too long to show anything. */
export const readFirstRows = (me: UserId, nowMs: number, place = firstRowsPlace): FirstRows | null => {
  try {
    const kept = JSON.parse(place.read() ?? "null");
    if (kept?.format !== format || kept.me.id !== me || kept.rows.length === 0) return null;
    return isLeaseOver(kept.lastContactMs, nowMs) ? null : kept;
  } catch {
    return null;
  }
};

/** Keeps them as the list changes. To be called where Solid cleans up. */
export const keepFirstRows = (
  device: Pick<Device, "me" | "tickets" | "directory" | "lastContact">,
  place = firstRowsPlace,
): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept: readonly ListedTicket[] = [];
  /** As written: what goes from the device must not open with the app once more. */
  let written = new Set<TicketId>(readFirstRows(device.me().id, 0, place)?.rows.map(({ summary }) => summary.id));
  const write = () => {
    clearTimeout(timer);
    const contact = device.lastContact();
    place.write(
      JSON.stringify({
        format,
        me: device.me(),
        lastContactMs: contact === null ? 0 : toMs(contact),
        rows: kept.map(({ summary, hasWaiting }) => ({ summary: { ...summary, brief: "" }, hasWaiting })),
        directory: peopleIn(kept, device),
      }),
    );
    written = new Set(kept.map(({ summary }) => summary.id));
  };
  createEffect(() => {
    const rows = firstOf(device.tickets());
    if (rows.length === kept.length && rows.every((row, i) => row === kept[i])) return;
    kept = rows;
    const here = new Set(rows.map(({ summary }) => summary.id));
    clearTimeout(timer);
    if ([...written].some((id) => !here.has(id))) write();
    else timer = setTimeout(write, gatherMs);
  });
  onCleanup(() => clearTimeout(timer));
};

const firstOf = (tickets: readonly ListedTicket[]): ListedTicket[] => {
  const rows: ListedTicket[] = [];
  for (const ticket of tickets) {
    if (ticket.summary.state.trashed === null) rows.push(ticket);
    if (rows.length === rowsKept) break;
  }
  return rows;
};

const peopleIn = (rows: readonly ListedTicket[], device: Pick<Device, "me" | "directory">): DirectoryRows => {
  const { people, departments } = directoryToRows(device.directory());
  const named = new Set<UserId | null>([
    device.me().id,
    ...departments.map(({ head }) => head),
    ...rows.flatMap(({ summary: { state } }) => [state.requester, state.assignee, ...state.collaborators]),
  ]);
  return { people: people.filter(({ id }) => named.has(id)), departments, products: [] };
};
