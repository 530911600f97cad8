import { describe, expect, it } from "vitest";
import { sampleNowMs, sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people, type SampleUsername } from "../../shared/sample-world.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import type { Status } from "../../shared/ticket/ticket.ts";
import { isoTime } from "../../shared/time.ts";
import { withoutStrong } from "../i18n/strong.ts";
import type { RefusedChange } from "../sync/device.ts";
import { secondTry } from "./second-try.ts";

const row = (status: Status): TicketSummary => ({ ...sampleTicket(status), commentCount: 0, lastComment: null });
const refusedChange = (what: RefusedChange["what"], wrote = "", key = ""): RefusedChange => ({
  id: "r1",
  ticket: row("requested").id,
  title: "",
  what,
  key,
  wrote,
  code: "forbidden",
  facts: {},
  at: isoTime(0),
});

const told = (username: SampleUsername, refused: RefusedChange, status: Status | null) => {
  const reader = { me: people[username], directory, nowMs: sampleNowMs };
  const outcome = secondTry(refused, status === null ? undefined : row(status), reader);
  return outcome.kind === "impossible" ? withoutStrong(outcome.why) : outcome.kind;
};

describe("a refused change can be made anew", () => {
  it.each<[string, SampleUsername, RefusedChange, Status]>([
    ["an approval that is asked for again", "creative-head", refusedChange("approve"), "pending_creative"],
    ["a comment", "marketing-1", refusedChange("comments", "Hm"), "completed"],
    ["a field one may write again", "marketing-1", refusedChange("fields", "Wider", "title"), "rejected"],
    ["a description", "creative-1", refusedChange("description", "Wider"), "in_progress"],
  ])("%s", (_, username, refused, status) => expect(told(username, refused, status)).toBe("possible"));
});

describe("it says why not", () => {
  it.each<[SampleUsername, RefusedChange, Status, RegExp]>([
    [
      "creative-head",
      refusedChange("approve"),
      "rejected",
      /^marketing-head rejected it at .*, before your approval arrived/,
    ],
    ["marketing-1", refusedChange("approve"), "requested", /^Only the department’s approvers can do this/],
    ["marketing-1", refusedChange("fields", "Wider", "title"), "approved", /‘Not Yet Started’/],
    ["creative-1", refusedChange("description", "Wider"), "completed", /‘Completed’/],
    ["sales-1", refusedChange("comments", "Hm"), "requested", /‘Dept Approval’/],
  ])("to %s", (username, refused, status, why) => expect(told(username, refused, status)).toMatch(why));
});

describe("it offers nothing", () => {
  it.each<[string, RefusedChange, Status | null]>([
    ["where the ticket is gone", refusedChange("comments", "Hm"), null],
    ["where more is needed than was kept", refusedChange("assign"), "approved"],
    ["without the words it needs", refusedChange("reject"), "requested"],
    ["for a deletion of text", refusedChange("description"), "in_progress"],
    ["for a file", refusedChange("attachments", "a.png"), "in_progress"],
  ])("%s", (_, refused, status) => expect(told("admin", refused, status)).toBe("none"));
});
