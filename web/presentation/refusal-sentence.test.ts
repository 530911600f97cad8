import { describe, expect, it } from "vitest";
import { directory, people } from "../../shared/sample-world.ts";
import { refusalCodes } from "../../shared/workflow/refusals.ts";
import { withoutStrong } from "../i18n/strong.ts";
import { refusalSentence } from "./refusal-sentence.ts";

const nowMs = new Date(2026, 10, 24, 14, 30).getTime();
const at = new Date(2026, 10, 24, 14, 2).toISOString();
const reader = { me: people["marketing-head"].id, directory, nowMs };
const by = people["creative-head"].id;
const say = (what: string, code: string, facts: Record<string, unknown> = {}) =>
  withoutStrong(refusalSentence({ what, code, facts }, reader));

describe("a refusal says who, when, and what now", () => {
  it("tells who was first, when, and what can be done", () =>
    expect(say("approve", "wrong_status", { status: "rejected", action: "reject", by, at })).toBe(
      "creative-head rejected it at 14:02, before your approval arrived. The requester can change it and send it again.",
    ));

  it("tells that it was oneself", () =>
    expect(say("approve", "wrong_status", { status: "pending_creative", action: "approve", by: reader.me, at })).toBe(
      "You approved it at 14:02 already. It waits for creative approval now.",
    ));

  it("names who may", () =>
    expect(say("approve", "forbidden", { status: "requested", needs: ["departmentManager"] })).toBe(
      "Only the department’s approvers can do this, so your approval was not taken.",
    ));

  it("keeps text that may no longer be written", () =>
    expect(say("fields", "forbidden", { status: "completed", trashed: null })).toMatch(
      /Completed.*Your text is kept:/,
    ));

  it("names what is missing", () =>
    expect(say("submit", "incomplete", { fields: { title: "required", requestType: "required" } })).toBe(
      "Something is still missing: Title and Request type.",
    ));

  it.each([...refusalCodes, "not_yours", "read_only", "invalid_value", "gone", "something_new"])(
    "%s reads as a sentence even without its facts",
    (code) => {
      for (const what of ["approve", "description"]) {
        expect(say(what, code)).toMatch(/^[A-Z][^{}]*[.:]$/);
        expect(say(what, code)).not.toMatch(/undefined|null|NaN/);
      }
    },
  );
});
