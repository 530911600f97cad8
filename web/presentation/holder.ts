/** The one sentence of a ticket: who holds it since when, and what comes next. */
import { approversOf } from "../../shared/access/approvers.ts";
import type { Directory } from "../../shared/access/directory.ts";
import { isCreativeManager } from "../../shared/access/relations.ts";
import type { UserId } from "../../shared/ids.ts";
import { accessFacts } from "../../shared/ticket/summary.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { toMs } from "../../shared/time.ts";
import { workflows } from "../../shared/workflow/workflows.ts";
import { t } from "../i18n/messages.ts";
import { momentInSentence, shortMoment } from "./moments.ts";
import { nameFor, usernameOf } from "./names.ts";

export interface Holder {
  /** Whose picture stands beside the sentence; null where it is nobody's or several people's. */
  person: UserId | null;
  sentence: string;
  next: string;
  /** What was said when it came here: why it was rejected, what should change. */
  words?: string | undefined;
}

export interface Viewer {
  me: UserId;
  directory: Directory;
  nowMs: number;
}

export const holderOf = (ticket: Ticket, viewer: Viewer): Holder => {
  const { state } = ticket;
  if (state.trashed !== null) {
    const { by, at } = state.trashed;
    return {
      person: by,
      sentence: t.ticket.holder.trashed(
        nameFor(by, viewer.me, viewer.directory),
        momentInSentence(toMs(at), viewer.nowMs),
      ),
      next: "",
    };
  }
  return byStatus[state.status](ticket, viewer);
};

type Tell = (ticket: Ticket, viewer: Viewer) => Holder;

/** One person, oneself or another, since the ticket came to where it is. */
const heldBy = (person: UserId | null, ticket: Ticket, viewer: Viewer, next: string): Holder => {
  const since = sinceArrival(ticket, viewer);
  const sentence =
    person === viewer.me
      ? t.ticket.holder.you(since)
      : t.ticket.holder.one(usernameOf(person, viewer.directory), since);
  return { person, sentence, next };
};

const decision: Tell = (ticket, viewer) => {
  const { me, directory } = viewer;
  const approvers = approversOf(accessFacts(ticket), directory);
  const people = approvers?.people ?? [];
  if (people.includes(me)) return heldBy(me, ticket, viewer, t.ticket.next.decideYou);
  if (people.length === 1 && approvers?.isAdminQueue === false) {
    return heldBy(people[0] ?? null, ticket, viewer, t.ticket.next.decide);
  }
  const since = sinceArrival(ticket, viewer);
  const names = people.map((id) => usernameOf(id, directory));
  const sentence =
    approvers?.isAdminQueue === false ? t.ticket.holder.several(names, since) : t.ticket.holder.admins(since);
  return { person: null, sentence, next: t.ticket.next.decide };
};

const byStatus: Record<Ticket["state"]["status"], Tell> = {
  draft: (_, { me }) => ({ person: me, sentence: t.ticket.holder.draft, next: t.ticket.next.draft }),
  requested: decision,
  pending_creative: decision,
  approved: (ticket, viewer) => {
    const { assignee } = ticket.state;
    if (assignee === null) {
      const sentence = t.ticket.holder.nobody(sinceArrival(ticket, viewer));
      return { person: null, sentence, next: t.ticket.next.assign(assigner(viewer.directory)) };
    }
    return heldBy(assignee, ticket, viewer, assignee === viewer.me ? t.ticket.next.startYou : t.ticket.next.start);
  },
  in_progress: (ticket, viewer) => {
    const { assignee, requester } = ticket.state;
    const isMine = requester === viewer.me;
    const next = isMine ? t.ticket.next.confirmYou : t.ticket.next.confirm(usernameOf(requester, viewer.directory));
    return { ...heldBy(assignee, ticket, viewer, next), words: ticket.state.revision?.comment };
  },
  completed: (ticket, viewer) => {
    const { requester, confirmedAt, confirmedBy } = ticket.state;
    if (confirmedAt === null) {
      return heldBy(requester, ticket, viewer, requester === viewer.me ? t.ticket.next.checkYou : t.ticket.next.check);
    }
    const who = nameFor(confirmedBy, viewer.me, viewer.directory);
    const sentence = t.ticket.holder.closed(who, momentInSentence(toMs(confirmedAt), viewer.nowMs));
    return { person: confirmedBy, sentence, next: "" };
  },
  rejected: (ticket, viewer) => {
    const { rejection, requester } = ticket.state;
    const by = rejection?.by ?? null;
    const moment = rejection === null ? "" : momentInSentence(toMs(rejection.at), viewer.nowMs);
    const isMine = requester === viewer.me;
    const next = isMine ? t.ticket.next.correctYou : t.ticket.next.correct(usernameOf(requester, viewer.directory));
    const sentence = t.ticket.holder.rejected(nameFor(by, viewer.me, viewer.directory), moment);
    return { person: by, sentence, next, words: rejection?.reason };
  },
};

const sinceArrival = (ticket: Ticket, { nowMs }: Viewer): string => {
  const at = workflows[ticket.fields.kind]?.arrivals[ticket.state.status](ticket.state).at ?? null;
  return at === null ? "" : t.ticket.sinceMoment(shortMoment(toMs(at), nowMs));
};

/** The one creative approver by name, or 'a creative approver' where there are several. */
const assigner = (directory: Directory): string => {
  const people = [...directory.people.values()].filter((p) => p.role !== "admin" && isCreativeManager(p, directory));
  return people.length === 1 && people[0] !== undefined ? people[0].username : t.ticket.creativeApprovers;
};
