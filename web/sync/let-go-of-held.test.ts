import { expect, it } from "vitest";
import type { TicketId } from "../../shared/ids.ts";
import { letGoOfHeld } from "./let-go-of-held.ts";

it("lets go of approvals held on this ticket, and of nothing else", () => {
  const [mine, other] = ["t1", "t2"] as TicketId[] as [TicketId, TicketId];
  const cases = [
    { id: "held", ticket: mine, what: "approve", code: "brief_changed" },
    { id: "late", ticket: mine, what: "approve", code: "wrong_status" },
    { id: "text", ticket: mine, what: "description", code: "forbidden" },
    { id: "elsewhere", ticket: other, what: "approve", code: "brief_changed" },
  ];
  const gone: string[] = [];
  const index = { refused: new Map(cases.map((one) => [one.id, one])) } as never;
  letGoOfHeld({ index, discardRefused: async (id) => void gone.push(id) }, mine);
  expect(gone).toEqual(["held"]);
});
