/** One line of activity: who did what. Taken from the action itself, so it reads the same before and after its ruling. */
import type { Directory } from "../../shared/access/directory.ts";
import type { UserId } from "../../shared/ids.ts";
import { type IsoTime, toMs } from "../../shared/time.ts";
import type { Action, ActionType } from "../../shared/workflow/actions.ts";
import { t } from "../i18n/messages.ts";
import { dayAndRange, dayAndTime } from "./moments.ts";
import { nameFor, usernameOf } from "./names.ts";

interface Reader {
  me: UserId;
  directory: Directory;
  nowMs: number;
}

export const actionSentence = (action: Action, { me, directory, nowMs }: Reader): string => {
  const who = nameFor(action.actor, me, directory);
  const name = (id: UserId) => usernameOf(id, directory);
  switch (action.type) {
    case "assign":
      return t.ticket.stream.assigned(who, [action.assignee, ...(action.collaborators ?? [])].map(name));
    case "schedule": {
      const range = dayAndRange(ms(action.scheduledStart), ms(action.scheduledEnd), nowMs);
      return t.ticket.stream.scheduled(who, range);
    }
    case "set_deadline":
      return t.ticket.stream.deadline(who, dayAndTime(ms(action.deadline), nowMs));
    default:
      return t.ticket.stream.did(who, t.actions.did[action.type]);
  }
};

/** What the person wrote with it, if anything. */
export const actionText = (action: Action): string => {
  switch (action.type) {
    case "reject":
    case "set_deadline":
      return action.reason;
    case "request_revision":
      return action.comment;
    default:
      return "";
  }
};

const ms = (at: string): number => toMs(at as IsoTime);

export const actionIcons = {
  submit: "icon-send",
  approve: "icon-check",
  reject: "icon-x",
  resubmit: "icon-send",
  assign: "icon-user-round-check",
  schedule: "icon-calendar-clock",
  set_deadline: "icon-alarm-clock",
  start: "icon-play",
  complete: "icon-flag",
  confirm: "icon-check-check",
  request_revision: "icon-undo-2",
  trash: "icon-trash-2",
  restore: "icon-archive-restore",
} as const satisfies Record<ActionType, string>;
