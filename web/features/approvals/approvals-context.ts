import { type Accessor, createContext, createEffect, createSignal, on, useContext } from "solid-js";
import type { TicketId, UserId } from "../../../shared/ids.ts";
import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import { useDevice } from "../../parts/session-context.ts";
import { approvalOfShown } from "../../presentation/approval.ts";
import { needsTeam } from "../../presentation/approval-queue.ts";
import type { ListedTicket, RefusedChange } from "../../sync/device.ts";
import type { Queue } from "./create-queue.ts";

export interface Team {
  assignee: UserId;
  collaborators: UserId[];
}

/** The page of approvals as its parts need it. */
export interface ApprovalsPage {
  queue: Queue;
  /** A ticket lies on the table; not while results are read in its place. */
  isDeciding: Accessor<boolean>;
  /** The dialog that is open about the ticket on the table. */
  asked: Accessor<"reject" | "team" | null>;
  ask(what: "reject" | "team" | null): void;
  /** At once where the ticket says all there is to know, else asks for the team. */
  approve(): void;
  approveFor(ticket: TicketSummary, team: Team): void;
  reject(ticket: TicketSummary, reason: string): void;
  /** Takes the last decision back and puts it on the table again. */
  undo(): void;
  /** Of several at once, by ticket; what cannot be decided without a word more is named. */
  results: Accessor<readonly BulkResult[]>;
  approveMany(tickets: readonly ListedTicket[]): void;
  closeResults(): void;
}

export interface BulkResult {
  ticket: TicketId;
  title: string;
  outcome: "taken" | "needsTeam";
  /** Refusals from before: not what became of this approval. */
  earlier: ReadonlySet<RefusedChange["id"]>;
}

export const ApprovalsContext = createContext<ApprovalsPage>();

export const useApprovals = (): ApprovalsPage => {
  const page = useContext(ApprovalsContext);
  if (page === undefined) throw new Error("outside of the approvals page");
  return page;
};

/** So long after a card came up nobody has read it: a tap is the second half of a double tap on the one before. */
const unreadMs = 400;

export const createApprovals = (queue: Queue): ApprovalsPage => {
  const device = useDevice();
  let decidedAt = Number.NEGATIVE_INFINITY;
  const [asked, ask] = createSignal<"reject" | "team" | null>(null);
  // A question was about the ticket that lay there.
  createEffect(
    on(
      () => queue.current()?.summary.id,
      () => ask(null),
      { defer: true },
    ),
  );
  const [results, setResults] = createSignal<readonly BulkResult[]>([]);
  const approval = (ticket: TicketSummary, team?: Team) => ({
    ticket,
    action: { ...approvalOfShown(ticket), ...team },
  });
  const isDeciding = () => queue.current() !== null && results().length === 0;
  return {
    queue,
    isDeciding,
    asked,
    ask,
    approve: () => {
      const listed = queue.current();
      if (listed === null || !isDeciding() || performance.now() - decidedAt < unreadMs) return;
      if (needsTeam(listed, device.directory())) return ask("team");
      decidedAt = performance.now();
      device.decide([approval(listed.summary)]);
    },
    approveFor: (ticket, team) => device.decide([approval(ticket, team)]),
    reject: (ticket, reason) => device.decide([{ ticket, action: { type: "reject", reason } }]),
    undo: () => {
      const last = device.undoable.batches().at(-1);
      if (last === undefined) return;
      device.undoable.undo(last.id);
      const [first] = last.decisions;
      if (first !== undefined) queue.choose(first.ticket);
    },
    results,
    approveMany: (tickets) => {
      const earlier = new Set(device.refused().map(({ id }) => id));
      const outcomes = tickets.map((listed) => ({
        ticket: listed.summary.id,
        title: listed.summary.fields.title,
        outcome: needsTeam(listed, device.directory()) ? ("needsTeam" as const) : ("taken" as const),
        earlier,
      }));
      const able = tickets.filter((_, i) => outcomes[i]?.outcome === "taken");
      device.decide(able.map(({ summary }) => approval(summary)));
      setResults(outcomes);
    },
    closeResults: () => setResults([]),
  };
};
