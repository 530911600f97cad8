import { expect, it } from "vitest";
import { newId, type TicketId, ticketIdIn } from "./ids.ts";

it("makes UUIDv7 of a moment and random bytes", () => {
  const id = newId<TicketId>(0x0190_a1b2_c3d4, (count) => new Uint8Array(count).fill(0xff));
  expect(id).toBe("0190a1b2-c3d4-7fff-bfff-ffffffffffff");
});

it("sorts ids by the time they were made", () => {
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const ids = [1_700_000_000_000, 1_700_000_000_001, 1_900_000_000_000].map((at) => newId<TicketId>(at, random));
  expect([...ids].sort()).toEqual(ids);
});

it.each(["0190a000-0000-7000-8400-000000000001", "01ARZ3NDEKTSV4RRFFQ69G5FAV"])(
  "[D1] takes %s for a ticket's id",
  (id) => {
    expect(ticketIdIn(id)).toBe(id);
  },
);

it.each([undefined, "", "new", "01arz3ndektsv4rrffq69g5fav", "0190A000-0000-7000-8400-000000000001"])(
  "[D1] takes %s in an address for none",
  (text) => {
    expect(ticketIdIn(text)).toBeNull();
  },
);
