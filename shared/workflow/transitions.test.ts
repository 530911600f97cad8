/** domain.md's action table, written down again: every action × status × relation, independently of creative.ts. */
import { describe, expect, test } from "vitest";
import type { Person } from "../access/directory.ts";
import { sampleNowMs, sampleTicket } from "../sample-tickets.ts";
import { directory, people } from "../sample-world.ts";
import { type Status, statuses, type Ticket } from "../ticket/ticket.ts";
import { hourMs, isoTime } from "../time.ts";
import { type Action, type ActionType, actionTypes } from "./actions.ts";
import { allowedActions } from "./allowed-actions.ts";
import { type Decision, decide } from "./decide.ts";

/** One person for each relation. */
const cast = {
  requester: people["marketing-1"],
  assignee: people["creative-1"],
  collaborator: people["creative-2"],
  suggested: people["creative-3"],
  departmentManager: people["marketing-head"],
  creativeManager: people["creative-head"],
  admin: people.admin,
  stranger: people["sales-head"],
};
type Part = keyof typeof cast;
const parts = Object.keys(cast) as Part[];

const workers: Part[] = ["assignee", "collaborator"];
const managers: Part[] = ["departmentManager", "creativeManager", "admin"];
const creativeManagers: Part[] = ["creativeManager", "admin"];

/** action → status → who may, and the status it leads to. What is not written here is refused. */
const table: Record<ActionType, Partial<Record<Status, [who: Part[], to: Status]>>> = {
  submit: { draft: [["requester"], "requested"] },
  approve: {
    requested: [["departmentManager", "admin"], "pending_creative"],
    pending_creative: [creativeManagers, "approved"],
  },
  reject: {
    requested: [["departmentManager", "admin"], "rejected"],
    pending_creative: [creativeManagers, "rejected"],
    approved: [creativeManagers, "rejected"],
    in_progress: [creativeManagers, "rejected"],
  },
  resubmit: { rejected: [["requester"], "requested"] },
  assign: { approved: [creativeManagers, "approved"], in_progress: [creativeManagers, "in_progress"] },
  schedule: {
    draft: [["requester"], "draft"],
    rejected: [["requester"], "rejected"],
    requested: [["requester", ...creativeManagers], "requested"],
    pending_creative: [["requester", ...creativeManagers], "pending_creative"],
    approved: [creativeManagers, "approved"],
    in_progress: [creativeManagers, "in_progress"],
  },
  set_deadline: { approved: [creativeManagers, "approved"], in_progress: [creativeManagers, "in_progress"] },
  start: { approved: [workers, "in_progress"] },
  complete: { in_progress: [[...workers, ...creativeManagers], "completed"] },
  confirm: { completed: [["requester", "admin"], "completed"] },
  request_revision: { completed: [["requester", "admin"], "in_progress"] },
  trash: {
    draft: [["requester"], "draft"],
    requested: [["requester", ...managers], "requested"],
    pending_creative: [["requester", ...managers], "pending_creative"],
    approved: [["requester", ...managers], "approved"],
    rejected: [["requester", ...managers], "rejected"],
    in_progress: [managers, "in_progress"],
    completed: [managers, "completed"],
  },
  // Of tickets in the trash.
  restore: {
    draft: [["requester"], "draft"],
    requested: [["requester", ...managers], "requested"],
    pending_creative: [["requester", ...managers], "pending_creative"],
    approved: [["requester", ...managers], "approved"],
    rejected: [["requester", ...managers], "rejected"],
    in_progress: [managers, "in_progress"],
    completed: [managers, "completed"],
  },
};

const nowMs = sampleNowMs + 24 * hourMs;

const ticketIn = (status: Status): Ticket => {
  const ticket = sampleTicket(status, { requestType: "photoshoot" });
  return {
    ...ticket,
    fields: { ...ticket.fields, suggestedAssignees: [people["creative-3"].id] },
    state: { ...ticket.state, assignee: people["creative-1"].id, collaborators: [people["creative-2"].id] },
  };
};

const trash = (ticket: Ticket): Ticket => ({
  ...ticket,
  state: { ...ticket.state, trashed: { by: people["creative-head"].id, at: isoTime(nowMs) } },
});

const actionOf = (type: ActionType, { id: actor }: Person): Action => {
  const later = (hours: number) => isoTime(nowMs + hours * hourMs);
  switch (type) {
    case "reject":
      return { type, actor, reason: "Not this month." };
    case "assign":
      return { type, actor, assignee: people["creative-3"].id };
    case "schedule":
      return { type, actor, scheduledStart: later(1), scheduledEnd: later(2) };
    case "set_deadline":
      return { type, actor, deadline: later(5), reason: "The fair opens." };
    case "request_revision":
      return { type, actor, comment: "Warmer light, please." };
    default:
      return { type, actor };
  }
};

const outcome = (decision: Decision): string => (decision.accepted ? decision.to : decision.refusal.code);

const expected = (type: ActionType, status: Status, part: Part): string => {
  const cell = table[type][status];
  if (cell?.[0].includes(part)) return cell[1];
  // A draft does not exist for anybody but its author, no ticket does for a stranger.
  if (part === "stranger" || (status === "draft" && part !== "requester")) return "forbidden";
  const couldElsewhere = Object.values(table[type]).some(([who]) => who.includes(part));
  return couldElsewhere ? "wrong_status" : "forbidden";
};

describe.each(actionTypes)("%s", (type) => {
  test.each(statuses)("in %s", (status) => {
    const ticket = type === "restore" ? trash(ticketIn(status)) : ticketIn(status);
    const judged = parts.map((part) => {
      const actor = cast[part];
      return [part, outcome(decide(ticket, actionOf(type, actor), actor, { nowMs, directory }))];
    });
    expect(judged).toEqual(parts.map((part) => [part, expected(type, status, part)]));
  });
});

describe.each(statuses)("in the trash, %s", (status) => {
  const ticket = trash(ticketIn(status));
  const readers = parts.filter((part) => part !== "stranger" && (status !== "draft" || part === "requester"));

  test.each(actionTypes.filter((type) => type !== "restore"))("%s is refused with who put it there", (type) => {
    for (const part of parts) {
      const decision = decide(ticket, actionOf(type, cast[part]), cast[part], { nowMs, directory });
      expect(outcome(decision), part).toBe(readers.includes(part) ? "trashed" : "forbidden");
    }
  });

  test("restore is the only action offered", () => {
    for (const part of readers) {
      const offered = table.restore[status]?.[0].includes(part) ? ["restore"] : [];
      expect(allowedActions(ticket, cast[part], directory), part).toEqual(offered);
    }
  });
});

test.each(statuses)("exactly the actions that are possible are offered in %s", (status) => {
  const ticket = ticketIn(status);
  for (const part of parts) {
    const possible = actionTypes.filter((type) => type !== "restore" && table[type][status]?.[0].includes(part));
    expect(allowedActions(ticket, cast[part], directory), part).toEqual(possible);
  }
});
