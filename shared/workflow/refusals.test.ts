/** What a refusal tells the person who asked. */
import { describe, expect, test } from "vitest";
import { sampleNowMs, sampleTicket } from "../sample-tickets.ts";
import { directory, people, type SampleUsername } from "../sample-world.ts";
import { type Asked, at, having, idOf, nowMs, refusalOf } from "../testing/ask.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { hourMs, isoTime } from "../time.ts";
import { decide } from "./decide.ts";

describe("a wrong status says who brought the ticket there, by what and when", () => {
  const hour = (count: number) => isoTime(sampleNowMs + count * hourMs);
  const confirmed = having(sampleTicket("completed"), "marketing-1", { type: "confirm" });
  const revised = having(sampleTicket("completed"), "admin", { type: "request_revision", comment: "Again." });

  test.each<[string, Ticket, SampleUsername, Asked, object]>([
    [
      "an approval after a rejection",
      sampleTicket("rejected"),
      "marketing-head",
      { type: "approve" },
      { status: "rejected", action: "reject", by: idOf("marketing-head"), at: hour(2) },
    ],
    [
      "an approval after an approval",
      sampleTicket("pending_creative"),
      "marketing-head",
      { type: "approve" },
      { status: "pending_creative", action: "approve", by: idOf("marketing-head"), at: hour(2) },
    ],
    [
      "an approval before it is one's turn",
      sampleTicket("requested"),
      "creative-head",
      { type: "approve" },
      { status: "requested", action: "submit", by: idOf("marketing-1"), at: hour(1) },
    ],
    [
      "an approval of a passed step",
      sampleTicket("pending_creative", { requester: "marketing-head" }),
      "marketing-head",
      { type: "approve" },
      { status: "pending_creative", action: "submit", by: idOf("marketing-head"), at: hour(1) },
    ],
    [
      "a rejection of what is done",
      sampleTicket("completed"),
      "creative-head",
      { type: "reject", reason: "No" },
      { status: "completed", action: "complete", by: idOf("creative-1"), at: hour(5) },
    ],
    [
      "a second start",
      sampleTicket("in_progress"),
      "creative-2",
      { type: "start" },
      { status: "in_progress", action: "start", by: idOf("creative-1"), at: hour(4) },
    ],
    [
      "a start after a revision was asked for",
      revised,
      "creative-1",
      { type: "start" },
      { status: "in_progress", action: "request_revision", by: idOf("admin"), at },
    ],
    [
      "a completion of what is confirmed",
      confirmed,
      "creative-1",
      { type: "complete" },
      { status: "completed", action: "confirm", by: idOf("marketing-1"), at },
    ],
    [
      "a submission while it is a draft still",
      sampleTicket("draft"),
      "marketing-1",
      { type: "resubmit" },
      { status: "draft", action: null, by: idOf("marketing-1"), at: hour(0) },
    ],
  ])("%s", (_, ticket, username, asked, facts) => {
    expect(refusalOf(ticket, username, asked)).toEqual({ code: "wrong_status", facts });
  });
});

describe("forbidden", () => {
  test("says what the action needs", () => {
    expect(refusalOf(sampleTicket("approved"), "marketing-1", { type: "start" })).toEqual({
      code: "forbidden",
      facts: { status: "approved", needs: ["assignee", "collaborator"] },
    });
  });

  test("tells those who may not read nothing about the workflow", () => {
    expect(refusalOf(sampleTicket("approved"), "sales-1", { type: "start" })).toEqual({ code: "forbidden", facts: {} });
  });

  test("whoever was deactivated meanwhile can do nothing", () => {
    const left = { ...people["creative-1"], isActive: false };
    const decision = decide(sampleTicket("approved"), { type: "start", actor: left.id }, left, { nowMs, directory });
    expect(decision).toMatchObject({ refusal: { code: "forbidden" } });
  });

  test("a help desk ticket takes no actions yet", () => {
    const requested = sampleTicket("requested");
    const support = { ...requested, fields: { ...requested.fields, kind: "support" as const } };
    expect(refusalOf(support, "admin", { type: "approve" })?.code).toBe("forbidden");
  });
});
