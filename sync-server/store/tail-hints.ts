/**
 * Tells the other nodes on this database where tickets stand. Only a hint: it may get lost, rooms ask by themselves every
 * few seconds. A NOTIFY takes a database-wide lock at commit, so many hints share one, and a lone node sends none.
 */
import type { TicketId } from "../../shared/ids.ts";
import { limits } from "../limits.ts";
import { createOutage } from "../sync/outage.ts";
import type { SyncLog } from "../sync/sync-log.ts";
import type { Sql } from "./sql.ts";

export interface TailHints {
  publish(id: TicketId, seq: number): void;
  stop(): Promise<void>;
}

const channel = "slate_tail";
/** All listeners use this application name, so that nodes can count each other. */
export const listenerName = "slate-listener";

/** `listener` is a client of its own with that application name; `nodeId` tells our own hints from others'. */
export const startTailHints = async (
  sql: Sql,
  listener: Sql,
  nodeId: string,
  onHint: (id: TicketId, seq: number) => void,
  log: Pick<SyncLog, "warn"> = { warn: () => {} },
): Promise<TailHints> => {
  const waiting = new Map<TicketId, number>();
  const counting = createOutage(log, "this node cannot see whether it is alone");
  const telling = createOutage(log, "other nodes are not told where tickets stand; they ask by themselves");
  let sending = false;
  let isAlone = true;

  await listener.listen(channel, (payload) => {
    const [from, ...hints] = payload.split(" ");
    if (from === nodeId) return;
    isAlone = false;
    for (const hint of hints) {
      const [id, seq] = hint.split(":");
      onHint(id as TicketId, Number(seq));
    }
  });

  const count = async () => {
    const [row] = await sql<{ nodes: number }[]>`
      select count(*)::bigint as nodes from pg_stat_activity
      where application_name = ${listenerName} and datname = current_database()`;
    isAlone = (row?.nodes ?? 0) <= 1;
    counting.worked();
  };
  const timer = setInterval(() => count().catch(counting.failed), limits.nodeCountMs);
  timer.unref();

  const send = async () => {
    sending = true;
    while (waiting.size > 0) {
      const batch = [...waiting].slice(0, limits.hintsPerNotify);
      for (const [id] of batch) waiting.delete(id);
      const payload = [nodeId, ...batch.map(([id, seq]) => `${id}:${seq}`)].join(" ");
      // Nobody waits for the disk over a hint.
      const told = sql`select set_config('synchronous_commit', 'off', true), pg_notify(${channel}, ${payload})`;
      await told.then(telling.worked, telling.failed);
    }
    sending = false;
  };

  return {
    publish: (id, seq) => {
      if (isAlone) return;
      waiting.set(id, seq);
      if (!sending) void send();
    },
    stop: async () => {
      clearInterval(timer);
      await listener.end({ timeout: 1 });
    },
  };
};
