import { beforeEach, describe, expect, it } from "vitest";
import type { TicketId } from "../../shared/ids.ts";
import type { TicketCommit } from "../sync/ticket-store.ts";
import { createRowMarks, type RowMarks } from "./row-marks.ts";

const id = "t" as TicketId;
const commit = (afterSeq: number, count = 1, summary?: object) =>
  ({ ticketId: id, afterSeq, entries: Array.from({ length: count }, () => ({})), summary }) as unknown as TicketCommit;

describe("marks of rows that lag behind", () => {
  let marks: RowMarks;
  beforeEach(() => {
    marks = createRowMarks();
  });

  it("are made once for a burst, and go with the row that holds all of it", () => {
    expect(marks.begin([commit(0, 2)])).toEqual([{ id, seq: 2 }]);
    expect(marks.begin([commit(2)])).toEqual([]);
    expect(marks.settle([{ id, seq: 3 }])).toEqual([{ id, seq: 2 }]);
    expect(marks.begin([commit(3)])).toEqual([{ id, seq: 4 }]);
  });

  it("stay while an entry was sent that the row does not hold", () => {
    marks.begin([commit(0)]);
    marks.begin([commit(1)]);
    expect(marks.settle([{ id, seq: 1 }])).toEqual([]);
    expect(marks.settle([{ id, seq: 2 }])).toEqual([{ id, seq: 1 }]);
  });

  it("are made again after a commit that may not have gone in", () => {
    marks.begin([commit(0)]);
    marks.forget(id);
    expect(marks.begin([commit(0)])).toEqual([{ id, seq: 1 }]);
  });

  it("are made again once another node has written, for it may have taken ours away", () => {
    marks.begin([commit(0)]);
    marks.seen(id, 1);
    expect(marks.begin([commit(1)])).toEqual([]);
    marks.seen(id, 3);
    expect(marks.begin([commit(3)])).toEqual([{ id, seq: 4 }]);
  });

  it("are not needed where the row is written with the entry", () => {
    marks.begin([commit(0)]);
    expect(marks.begin([commit(1, 1, {})])).toEqual([]);
    expect(marks.settle([{ id, seq: 2 }])).toEqual([]);
    expect(marks.begin([commit(2)])).toEqual([{ id, seq: 3 }]);
  });

  it("that others left behind go with the row written for them", () => {
    marks.found(id, 7);
    expect(marks.settle([{ id, seq: 9 }])).toEqual([{ id, seq: 7 }]);
    expect(marks.settle([{ id, seq: 9 }])).toEqual([]);
  });
});
