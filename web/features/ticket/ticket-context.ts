import { type Accessor, createContext, createMemo, createSignal, useContext } from "solid-js";
import { can } from "../../../shared/access/can.ts";
import type { Directory, Person } from "../../../shared/access/directory.ts";
import type { Permission } from "../../../shared/access/permissions.ts";
import { accessFacts } from "../../../shared/ticket/summary.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { createLook } from "../../parts/changes/create-look.ts";
import { useDevice } from "../../parts/session-context.ts";
import { now } from "../../platform/now.ts";
import type { BriefDifference } from "../../presentation/brief-difference.ts";
import { type Offers, offersFor } from "../../presentation/offers.ts";
import { briefSinceLooked, entriesOf, type NewEntries, newEntries } from "../../presentation/since-looked.ts";
import type { OpenTicket, SeenBrief } from "../../sync/device.ts";
import type { Startable } from "./startable.ts";

/** An open ticket as its parts on the page need it. */
export interface TicketPage {
  open: OpenTicket;
  ticket: Accessor<Ticket>;
  me: Accessor<Person>;
  directory: Accessor<Directory>;
  offers: Accessor<Offers>;
  may(permission: Permission): boolean;
  /** For sentences about this ticket. */
  viewer: Accessor<{ me: Person["id"]; directory: Directory; nowMs: number }>;
  /** When and at what this person looked before; null where they never did. */
  lastLook: Accessor<SeenBrief | null>;
  /** How the brief changed since; stands still once they write in it themselves. */
  changes: Accessor<BriefDifference | null>;
  /** What was said and done since. */
  news: Accessor<NewEntries>;
  /** This person begins to write in the brief. */
  writes(): void;
  /** Takes an action at once, or opens the dialog that asks for what it needs. */
  start(type: Startable): void;
}

export const TicketPageContext = createContext<TicketPage>();

export const useTicketPage = (): TicketPage => {
  const page = useContext(TicketPageContext);
  if (page === undefined) throw new Error("outside of a ticket page");
  return page;
};

/** `look`: the look before this one, where the ticket itself is not on the screen. */
export const createTicketPage = (
  open: OpenTicket,
  start: TicketPage["start"],
  look?: TicketPage["lastLook"],
): TicketPage => {
  const device = useDevice();
  const { me, directory } = device;
  const { ticket } = open;
  const offers = createMemo(() => offersFor(ticket(), me(), directory()));
  const lastLook = look ?? createLook({ ticket, entries: () => entriesOf(open.comments(), open.actions()) });
  const [isWriting, setWriting] = createSignal(false);
  const changes = createMemo<BriefDifference | null>((before) => {
    if (isWriting()) return before;
    return briefSinceLooked(lastLook(), ticket(), { directory: directory(), nowMs: now() });
  }, null);
  const news = createMemo(() => newEntries(lastLook(), open.comments(), open.actions(), me().id));
  return {
    open,
    ticket,
    me,
    directory,
    offers,
    may: (permission) => can(me(), permission, accessFacts(ticket()), directory()),
    viewer: () => ({ me: me().id, directory: directory(), nowMs: now() }),
    lastLook,
    changes,
    news,
    writes: () => setWriting(true),
    start,
  };
};
