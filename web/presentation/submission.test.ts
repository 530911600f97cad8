import { describe, expect, it } from "vitest";
import { departments, directory, people } from "../../shared/sample-world.ts";
import { draftState, emptyFields, type Ticket } from "../../shared/ticket/ticket.ts";
import { destinationText, missingOf } from "./submission.ts";

const draftOf = (username: keyof typeof people): Ticket => ({
  id: "t" as never,
  fields: { ...emptyFields, department: people[username].department },
  state: { ...draftState, requester: people[username].id },
  brief: "",
});
const goes = (username: keyof typeof people, world = directory) =>
  destinationText(draftOf(username), people[username], world);

describe("where a draft goes when it is sent", () => {
  it("names the approver of the next step", () => {
    expect(goes("marketing-1")).toBe("Goes to marketing-head for Dept Approval");
    expect(goes("creative-1")).toBe("Goes to creative-head for Creative Approval");
    expect(goes("marketing-head")).toBe("Goes to creative-head for Creative Approval");
    expect(goes("creative-head")).toBe("Approved at once: you are the approver");
  });

  it("says so when nobody could decide", () => {
    const leaderless = {
      ...directory,
      departments: new Map([...directory.departments, [departments.sales.id, { ...departments.sales, head: null }]]),
      people: new Map([...directory.people].filter(([id]) => id !== people["sales-head"].id)),
    };
    expect(goes("sales-1", leaderless)).toBe("No approver was found, so it goes to the admins");
  });

  it("does not ask for the department it fills in itself", () => {
    expect(missingOf(draftOf("sales-1"), people["sales-1"], directory)).toEqual({
      title: "required",
      requestType: "required",
    });
  });
});
