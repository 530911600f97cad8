import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { TicketId } from "../../../shared/ids.ts";
import type { Push } from "../../../shared/protocol/messages.ts";
import { createFakeClock, type FakeClock } from "./fake-schedule.ts";
import { deviceLimits } from "./limits.ts";
import { createLiveSession, type LiveSession } from "./live-session.ts";
import type { KnownRange, OutboxRow } from "./records.ts";

const empty = new Uint8Array([0, 0]);
const repair = { root: "fields", key: "title", wrote: "Mine", code: "forbidden", facts: {} };

describe("a live link", () => {
  let session: LiveSession;
  let known: number;
  let rows: OutboxRow[];
  let pushed: Push[];
  let heard: string[];
  let clock: FakeClock;

  const row = (n: number, kind: OutboxRow["kind"] = "content", bytes = 0): OutboxRow => {
    const doc = new Y.Doc();
    doc.getMap("fields").set("title", "x".repeat(bytes));
    const update = Y.encodeStateAsUpdate(doc);
    return {
      n,
      ticketId: "t" as TicketId,
      update,
      kind,
      what: "fields",
      actionId: null,
      client: doc.clientID,
      madeAt: 0,
    };
  };
  const welcome = (seq: number) => session.welcome({ version: 1, epoch: "e", seq, serverNow: 0, missed: [] });
  const numbers = (of: readonly OutboxRow[]) => of.map(({ n }) => n).join("+");

  beforeEach(() => {
    [known, rows, pushed, heard] = [5, [], [], []];
    clock = createFakeClock();
    const link = {
      push: (message: Push) => void pushed.push(message),
      reconnect: () => void heard.push("reconnect"),
      close: () => {},
    };
    const host = {
      known: () => known,
      rows: () => rows,
      receive: ({ after, seq }: KnownRange) => {
        heard.push(`received ${after}-${seq}`);
        known = seq;
      },
      settled: (settled: readonly OutboxRow[]) => {
        heard.push(`settled ${numbers(settled)}`);
        rows = rows.filter((one) => !settled.includes(one));
      },
      repaired: (missed: readonly { seq: number }[]) => {
        if (missed.length > 0) heard.push(`repaired in ${missed.map(({ seq }) => seq).join()}`);
      },
      refused: (refused: readonly OutboxRow[], code: string) => void heard.push(`refused ${numbers(refused)} ${code}`),
      welcomed: (epoch: string) => epoch === "e",
      linkChanged: (code: number | null) => void heard.push(`changed ${code}`),
    };
    session = createLiveSession(host, clock, () => link);
  });

  it("pushes nothing before the server says where the ticket stands", () => {
    rows = [row(1)];
    session.pump();
    expect(pushed).toEqual([]);
    welcome(5);
    expect(pushed).toHaveLength(1);
  });

  it("makes a new connection where a push stays without an answer, and not where one came", async () => {
    rows = [row(1)];
    welcome(5);
    session.synced(empty);
    await clock.pass(deviceLimits.answerMs - 1);
    expect(heard).not.toContain("reconnect");
    await clock.pass(1);
    expect(heard).toContain("reconnect");

    session.closed(null);
    await clock.pass(2 * deviceLimits.answerMs);
    expect(heard.filter((one) => one === "reconnect")).toHaveLength(1);

    welcome(5);
    session.acked({ ref: pushed.at(-1)?.ref ?? 0, seq: 5 });
    await clock.pass(2 * deviceLimits.answerMs);
    expect(heard.filter((one) => one === "reconnect")).toHaveLength(1);
  });

  it("is caught up by the answer to its own sync step 1", () => {
    welcome(8);
    session.entry({ seq: 9, update: empty });
    expect(heard).toEqual(["changed null"]);
    session.synced(empty);
    expect(heard.slice(1)).toEqual(["received 5-8", "received 8-9"]);
  });

  it("takes entries that came even before the welcome", () => {
    session.entry({ seq: 6, update: empty });
    welcome(5);
    session.synced(empty);
    expect(known).toBe(6);
  });

  it("does not go back when it meets a server that is behind", () => {
    welcome(3);
    session.synced(empty);
    session.entry({ seq: 4, update: empty });
    expect(known).toBe(5);
    expect(heard).toEqual(["changed null", "received 5-5"]);
  });

  it("starts the link anew when an entry is missing", () => {
    welcome(5);
    session.synced(empty);
    session.entry({ seq: 7, update: empty });
    expect(heard.at(-1)).toBe("reconnect");
    expect(known).toBe(5);
  });

  it("[I2] lets a change go only when the entry that holds it has come", () => {
    rows = [row(1)];
    welcome(5);
    session.synced(empty);
    session.acked({ ref: 1, seq: 6 });
    session.repaired({ seq: 6, repairs: [repair] });
    expect(heard.slice(2)).toEqual(["repaired in 6"]);
    session.entry({ seq: 6, update: empty });
    expect(heard.slice(3)).toEqual(["received 5-6", "settled 1"]);
    session.pump();
    expect(pushed).toHaveLength(1);
  });

  it("sends again what was not acknowledged before the link broke", () => {
    rows = [row(1), row(2, "action")];
    welcome(5);
    session.acked({ ref: 1, seq: 6 });
    session.closed(1006);
    expect(heard.at(-1)).toBe("changed 1006");
    welcome(5);
    expect(pushed.map(({ ref }) => ref)).toEqual([1, 2, 3, 4]);
    session.acked({ ref: 2, seq: 6 });
    expect(heard.filter((line) => line.startsWith("settled"))).toEqual([]);
  });

  it("merges what waits while enough is under way", () => {
    rows = Array.from({ length: deviceLimits.pushesInFlight }, (_, i) => row(i + 1, "action"));
    welcome(5);
    expect(pushed).toHaveLength(deviceLimits.pushesInFlight);
    rows = [...rows, row(100), row(101)];
    session.pump();
    expect(pushed).toHaveLength(deviceLimits.pushesInFlight);
    session.acked({ ref: 1, seq: 5 });
    expect(pushed).toHaveLength(deviceLimits.pushesInFlight + 1);
  });

  it("stays below the server's frames a second", async () => {
    welcome(5);
    session.synced(empty);
    for (let n = 1; n <= 200; n++) {
      rows = [...rows, row(n, "action")];
      session.pump();
      session.acked({ ref: pushed.at(-1)?.ref ?? 0, seq: 5 });
    }
    expect(pushed).toHaveLength(deviceLimits.pushBurst);
    await clock.pass(1_000);
    expect(pushed.length).toBeGreaterThan(deviceLimits.pushBurst);
    session.stop();
  });

  it("[I7] does not send what the server cannot take", () => {
    rows = [row(1, "content", deviceLimits.updateBytes)];
    welcome(5);
    expect(pushed).toEqual([]);
    expect(heard).toContain("refused 1 too_large");
  });

  it("is of no use for another history", () => {
    session.welcome({ version: 1, epoch: "other", seq: 9, serverNow: 0, missed: [] });
    expect(session.isLive()).toBe(false);
  });
});
