import * as v from "valibot";
import { type TicketId, TicketIdSchema, type UserId } from "../../../shared/ids.ts";
import { pushRight } from "../core/push-right.ts";
import { lockName } from "./tab-locks.ts";

/** Tickets that any of the person's tabs has open, by the rights they hold or wait for; null without Web Locks. */
export const createOpenInTabs = (userId: UserId): (() => Promise<ReadonlySet<TicketId>>) | null => {
  if (navigator.locks === undefined) return null;
  const prefix = lockName(userId, pushRight(""));
  return async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    const ids = [...held, ...pending].flatMap(({ name = "" }) =>
      name.startsWith(prefix) ? name.slice(prefix.length) : [],
    );
    return new Set(ids.filter((id): id is TicketId => v.is(TicketIdSchema, id)));
  };
};
