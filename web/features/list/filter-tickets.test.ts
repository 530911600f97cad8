import { describe, expect, it } from "vitest";
import type { TicketId } from "../../../shared/ids.ts";
import { sampleNowMs, sampleTicket } from "../../../shared/sample-tickets.ts";
import { directory, people } from "../../../shared/sample-world.ts";
import type { Fields, State, Status } from "../../../shared/ticket/ticket.ts";
import { hourMs, isoTime } from "../../../shared/time.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { countByView, filterTickets, foundAmong, placesOf } from "./filter-tickets.ts";
import { groupTickets } from "./group-tickets.ts";
import { readQuery } from "./list-query.ts";
import { sortTickets } from "./sort-tickets.ts";

const nowMs = sampleNowMs + 24 * hourMs;
const me = people["creative-2"].id;

const row = (status: Status, title: string, fields: Partial<Fields> = {}, state: Partial<State> = {}): ListedTicket => {
  const sample = sampleTicket(status, {
    requestType: fields.requestType ?? "website_banner",
    fields: { ...fields, title },
  });
  const summary = {
    id: title as TicketId,
    fields: sample.fields,
    state: { ...sample.state, ...state },
    brief: sample.brief,
    commentCount: 0,
    lastComment: null,
  };
  return { summary, hasWaiting: false };
};

const late = isoTime(nowMs - hourMs);
const rows = [
  row("requested", "Cold brew film", { requestType: "videoshoot", priority: "high" }),
  row("in_progress", "Rainy hero", {}, { deadline: late }),
  row("approved", "Anniversary stills", { requestType: "photoshoot" }, { assignee: null, collaborators: [] }),
  row("completed", "Payday reels"),
  row("requested", "Thrown away", {}, { trashed: { by: me, at: late } }),
];

const shown = (search: string, found: ReadonlyMap<TicketId, number> | null = null) => {
  const query = readQuery(search);
  const sorted = sortTickets(rows, query.sort, directory);
  return filterTickets(sorted, query, found, me, nowMs).map(({ summary }) => summary.fields.title);
};

describe("the ticket list", () => {
  it.each([
    ["", ["Cold brew film", "Rainy hero", "Anniversary stills", "Payday reels"]],
    ["?view=trash", ["Thrown away"]],
    ["?view=shoots", ["Cold brew film", "Anniversary stills"]],
    ["?view=overdue", ["Rainy hero"]],
    ["?view=unassigned", ["Anniversary stills"]],
    ["?view=week", ["Rainy hero", "Anniversary stills"]],
    ["?status=requested,completed", ["Cold brew film", "Payday reels"]],
    ["?status=requested&priority=low", []],
    ["?request_type=photoshoot", ["Anniversary stills"]],
    ["?assignee=none", ["Cold brew film", "Anniversary stills"]],
    ["?overdue=true", ["Rainy hero"]],
    ["?mine=true", ["Rainy hero", "Payday reels"]],
    ["?kind=support", []],
    [`?assignee=${me}&status=completed`, ["Payday reels"]],
    [`?requester=${people["marketing-1"].id}&view=shoots`, ["Cold brew film", "Anniversary stills"]],
  ])("%s shows %j", (search, titles) => expect(shown(search)).toEqual(titles));

  it("shows what a search found, what fits best first unless a column is asked for", () => {
    const found = new Map([
      ["Cold brew film", 4],
      ["Payday reels", 1],
    ]) as unknown as ReadonlyMap<TicketId, number>;
    expect(shown("?q=x", found)).toEqual(["Payday reels", "Cold brew film"]);
    expect(shown("?q=x&sort=title", found)).toEqual(["Cold brew film", "Payday reels"]);
  });

  it("counts each tab in one pass", () => {
    expect(countByView(rows, nowMs)).toEqual({ all: 4, week: 2, shoots: 2, overdue: 1, unassigned: 1, trash: 1 });
  });
});

describe("the list's order", () => {
  it.each([
    ["title", ["Anniversary stills", "Cold brew film", "Payday reels", "Rainy hero"]],
    ["-title", ["Rainy hero", "Payday reels", "Cold brew film", "Anniversary stills"]],
    ["-priority", ["Cold brew film", "Rainy hero", "Anniversary stills", "Payday reels"]],
    // Without a deadline, and what is done, last either way.
    ["deadline", ["Rainy hero", "Anniversary stills", "Cold brew film", "Payday reels"]],
    ["-deadline", ["Anniversary stills", "Rainy hero", "Cold brew film", "Payday reels"]],
  ])("by %s", (sort, titles) => expect(shown(`?sort=${sort}`)).toEqual(titles));

  it("names the parts of it that people count in", () => {
    const query = readQuery("?sort=deadline");
    const lines = groupTickets(sortTickets(rows.slice(0, 4), query.sort, directory), query.sort, nowMs);
    expect(lines.map((line) => (line.kind === "group" ? line.name : line.listed.summary.fields.title))).toEqual([
      "Overdue",
      "Rainy hero",
      "This week",
      "Anniversary stills",
      "No deadline yet",
      "Cold brew film",
      "Finished",
      "Payday reels",
    ]);
  });

  it.each(["?sort=deadline", "?sort=-deadline"])("names each part once, in any order before: %s", (address) => {
    const { sort } = readQuery(address);
    const mixed = [rows[3], rows[0], row("completed", "Old reels"), rows[1], row("requested", "No day")].filter(
      (one) => one !== undefined,
    );
    const lines = groupTickets(sortTickets(mixed, sort, directory), sort, nowMs);
    expect(lines.flatMap((line) => (line.kind === "group" ? line.name : []))).toEqual([
      "Overdue",
      "No deadline yet",
      "Finished",
    ]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  });
});

describe("what a search has found", () => {
  const idOf = (at: number) => rows[at]?.summary.id as TicketId;

  it("stands in the order of the list, without what is not in it", () => {
    const found = new Map([
      [idOf(3), 5],
      ["unknown" as TicketId, 1],
      [idOf(0), 3],
    ] as const);
    expect(foundAmong(rows, placesOf(rows), found)).toEqual([rows[0], rows[3]]);
  });
});
