import { describe, expect, it } from "vitest";
import type { TicketId } from "../../../shared/ids.ts";
import { deviceLimits } from "../core/limits.ts";
import type { OutboxRow } from "../core/records.ts";
import { outboxRequests } from "./outbox-requests.ts";
import type { WaitingTicket } from "./read-outbox.ts";

const idOf = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, "0")}` as TicketId;

const waiting = (n: number, ...sizes: number[]): WaitingTicket => ({
  id: idOf(n),
  since: n,
  rows: sizes.map((size, i) => ({ n: i, ticketId: idOf(n), update: new Uint8Array(size).fill(i) }) as OutboxRow),
});

const shape = (tickets: WaitingTicket[]) =>
  outboxRequests({ epoch: "e", tickets }).map((request) =>
    request.tickets.map(({ id, updates }) => [Number(id.slice(-12)), updates.map((update) => update.byteLength)]),
  );

describe("requests made of an outbox", () => {
  it("hold every row, in order, by ticket", () => {
    expect(shape([waiting(1, 3, 4), waiting(2, 5)])).toEqual([
      [
        [1, [3, 4]],
        [2, [5]],
      ],
    ]);
    expect(outboxRequests({ epoch: "e", tickets: [waiting(7, 1)] })[0]).toMatchObject({
      epoch: "e",
      tickets: [{ id: idOf(7), since: 7 }],
    });
  });

  it("are as large as one may be, and a ticket goes on in the next", () => {
    const half = deviceLimits.bulkBytes / 2;
    expect(shape([waiting(1, half, half, 1), waiting(2, 2)])).toEqual([
      [[1, [half, half]]],
      [
        [1, [1]],
        [2, [2]],
      ],
    ]);
  });

  it("hold as many tickets as one may", () => {
    const many = Array.from({ length: deviceLimits.bulkTickets + 1 }, (_, n) => waiting(n, 1));
    expect(outboxRequests({ epoch: "e", tickets: many }).map(({ tickets }) => tickets.length)).toEqual([
      deviceLimits.bulkTickets,
      1,
    ]);
  });

  it("leave out a row that no server takes, and what leans on it", () => {
    expect(shape([waiting(1, 2, deviceLimits.updateBytes + 1, 3), waiting(2, 1)])).toEqual([
      [
        [1, [2]],
        [2, [1]],
      ],
    ]);
  });

  it("are none where nothing waits", () => expect(shape([])).toEqual([]));
});
