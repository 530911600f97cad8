import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import { sampleTicket } from "../../../shared/sample-tickets.ts";
import { directory } from "../../../shared/sample-world.ts";
import type { Fields, Status, Ticket } from "../../../shared/ticket/ticket.ts";
import type { OpenTicket } from "../../sync/device.ts";
import { createHeldEdit } from "./held-edit.ts";

const edit = (status: Status) => {
  let ticket: Ticket = sampleTicket(status);
  const written: Partial<Fields>[] = [];
  const setFields = (fields: Partial<Fields>) => {
    written.push(fields);
    ticket = { ...ticket, fields: { ...ticket.fields, ...fields } };
  };
  const open = { ticket: () => ticket, setFields } as unknown as OpenTicket;
  return { written, ...createRoot(() => createHeldEdit(open, () => directory)) };
};

describe("editing a ticket that has been sent", () => {
  it("keeps what is complete at once", () => {
    const { open, written } = edit("requested");
    open.setField("priority", "urgent");
    expect(written).toEqual([{ priority: "urgent" }]);
  });

  it("holds what would be put back, shows it, and says what is missing", () => {
    const { open, written, missing, isHolding } = edit("requested");
    open.setField("title", "");
    expect([written, isHolding(), open.ticket().fields.title]).toEqual([[], true, ""]);
    expect(missing()).toEqual({ title: "required" });
    open.setField("title", "A");
    expect([written, isHolding(), missing()]).toEqual([[{ title: "A" }], false, {}]);
  });

  it("writes another request type together with what it asks for", () => {
    const { open, written, isHolding } = edit("requested");
    const shoot = { scheduledStart: "2030-01-02T09:00:00Z", scheduledEnd: "2030-01-02T12:00:00Z" } as const;
    open.setField("requestType", "photoshoot");
    open.setField("scheduledStart", shoot.scheduledStart as never);
    expect([written, isHolding()]).toEqual([[], true]);
    open.setField("scheduledEnd", shoot.scheduledEnd as never);
    expect(written).toEqual([{ requestType: "photoshoot", ...shoot }]);
  });
});

it("a draft is kept however little it says", () => {
  const { open, written } = edit("draft");
  open.setField("title", "");
  expect(written).toEqual([{ title: "" }]);
});
