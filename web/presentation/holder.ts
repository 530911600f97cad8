/** The one sentence of a ticket: who holds it since when, and what comes next. */
import { approversOf } from "../../shared/access/approvers.ts";
import type { Directory } from "../../shared/access/directory.ts";
import { isCreativeManager } from "../../shared/access/relations.ts";
import type { UserId } from "../../shared/ids.ts";
import { accessFacts } from "../../shared/ticket/summary.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { type IsoTime, toMs } from "../../shared/time.ts";
import { workflows } from "../../shared/workflow/workflows.ts";
import { t } from "../i18n/messages.ts";
import { momentInSentence, shortMoment } from "./moments.ts";
import { nameFor, usernameOf } from "./names.ts";

export interface Holder {
  /** Whose picture stands beside the sentence; null where it is nobody's or several people's. */
  person: UserId | null;
  sentence: string;
  next: string;
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

const decision =
  (next: (ticket: Ticket, viewer: Viewer) => string): Tell =>
  (ticket, viewer) => {
    const { me, directory } = viewer;
    const since = sinceArrival(ticket, viewer);
    const approvers = approversOf(accessFacts(ticket), directory);
    const people = approvers?.people ?? [];
    if (people.includes(me)) {
      return { person: me, sentence: t.ticket.holder.youDecide(since), next: next(ticket, viewer) };
    }
    const sentence =
      approvers?.isAdminQueue === true
        ? t.ticket.holder.admins(since)
        : t.ticket.holder.decides(
            people.map((id) => usernameOf(id, directory)),
            since,
          );
    return { person: people.length === 1 ? (people[0] ?? null) : null, sentence, next: next(ticket, viewer) };
  };

const byStatus: Record<Ticket["state"]["status"], Tell> = {
  draft: (_, { me }) => ({ person: me, sentence: t.ticket.holder.draft(), next: t.ticket.next.draft }),
  requested: decision(() => t.ticket.next.requested),
  pending_creative: decision(() => t.ticket.next.pending_creative),
  approved: (ticket, viewer) => {
    const { assignee } = ticket.state;
    const since = sinceArrival(ticket, viewer);
    if (assignee === null) {
      return {
        person: null,
        sentence: t.ticket.holder.nobody(since),
        next: t.ticket.next.assign(assigner(viewer.directory)),
      };
    }
    const sentence =
      assignee === viewer.me
        ? t.ticket.holder.youCanStart(since)
        : t.ticket.holder.canStart(usernameOf(assignee, viewer.directory), since);
    return { person: assignee, sentence, next: t.ticket.next.approved };
  },
  in_progress: (ticket, viewer) => {
    const { assignee, requester } = ticket.state;
    const since = sinceArrival(ticket, viewer);
    const sentence =
      assignee === viewer.me
        ? t.ticket.holder.youWork(since)
        : t.ticket.holder.works(usernameOf(assignee, viewer.directory), since);
    const next =
      requester === viewer.me
        ? t.ticket.next.in_progress_you
        : t.ticket.next.in_progress(usernameOf(requester, viewer.directory));
    return { person: assignee, sentence, next };
  },
  completed: (ticket, viewer) => {
    const { requester, confirmedAt, confirmedBy } = ticket.state;
    const since = sinceArrival(ticket, viewer);
    if (confirmedAt !== null) {
      const moment = ` ${momentInSentence(toMs(confirmedAt), viewer.nowMs)}`;
      const who = nameFor(confirmedBy, viewer.me, viewer.directory);
      return { person: confirmedBy, sentence: t.ticket.holder.closed(who, moment), next: "" };
    }
    const sentence =
      requester === viewer.me
        ? t.ticket.holder.youCheck(since)
        : t.ticket.holder.checks(usernameOf(requester, viewer.directory), since);
    return { person: requester, sentence, next: t.ticket.next.completed };
  },
  rejected: (ticket, viewer) => {
    const { rejection, requester } = ticket.state;
    const by = rejection?.by ?? null;
    const moment = rejection === null ? "" : momentInSentence(toMs(rejection.at), viewer.nowMs);
    const next =
      requester === viewer.me
        ? t.ticket.next.rejected_you
        : t.ticket.next.rejected(usernameOf(requester, viewer.directory));
    return { person: by, sentence: t.ticket.holder.rejected(nameFor(by, viewer.me, viewer.directory), moment), next };
  },
};

const sinceArrival = (ticket: Ticket, { nowMs }: Viewer): string => {
  const at: IsoTime | null = workflows[ticket.fields.kind]?.arrivals[ticket.state.status](ticket.state).at ?? null;
  return at === null ? "" : t.ticket.sinceMoment(shortMoment(toMs(at), nowMs));
};

/** The one creative approver by name, or 'a creative approver' where there are several. */
const assigner = (directory: Directory): string => {
  const people = [...directory.people.values()].filter((p) => p.role !== "admin" && isCreativeManager(p, directory));
  return people.length === 1 && people[0] !== undefined ? people[0].username : t.ticket.creativeApprovers;
};
