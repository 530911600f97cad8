import { describe, expect, it } from "vitest";
import { sampleTicket } from "../sample-tickets.ts";
import { directory } from "../sample-world.ts";
import { incompleteEdits } from "./incomplete-edits.ts";
import type { FieldKey, Fields } from "./ticket.ts";

const { fields } = sampleTicket("requested");
const keysOf = (change: Partial<Fields>): FieldKey[] =>
  incompleteEdits({ ...fields, ...change }, Object.keys(change) as FieldKey[], directory).keys;

describe("an edit of a submitted ticket", () => {
  it("may change what stays complete", () => {
    expect(keysOf({ title: "Another title", quantity: 4 })).toEqual([]);
  });

  it("may not take away what is needed", () => {
    expect(keysOf({ title: " ", quantity: 4 })).toEqual(["title"]);
  });

  it("may not take another request type without what that one asks for, and nothing beside it", () => {
    expect(keysOf({ requestType: "ads", quantity: 4 })).toEqual(["requestType", "quantity"]);
  });
});
