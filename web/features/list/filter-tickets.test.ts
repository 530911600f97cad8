import { describe, expect, it } from "vitest";
import { sampleNowMs, sampleTicket } from "../../../shared/sample-tickets.ts";
import { directory } from "../../../shared/sample-world.ts";
import type { Status } from "../../../shared/ticket/ticket.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { countByView, filterTickets, type ListView, toListView } from "./filter-tickets.ts";

const row = (status: Status, title: string, isTrashed = false): ListedTicket => {
  const { id, fields, state, brief } = sampleTicket(status);
  const trashed = isTrashed && state.requester !== null ? { by: state.requester, at: state.createdAt } : null;
  const summary = {
    id,
    fields: { ...fields, title },
    state: { ...state, trashed },
    brief,
    commentCount: 0,
    lastComment: null,
  };
  return { summary, hasWaiting: false } as ListedTicket;
};

const rows = [
  row("requested", "Cold brew launch film"),
  row("in_progress", "Rainy season hero banner"),
  row("completed", "Payday reels"),
  row("requested", "Thrown away", true),
];
const titles = (view: ListView, query = "") =>
  filterTickets(rows, { view, query }, directory, sampleNowMs).map(({ summary }) => summary.fields.title);

describe("the ticket list", () => {
  it("keeps the trash apart", () => {
    expect(titles("all")).not.toContain("Thrown away");
    expect(titles("trash")).toEqual(["Thrown away"]);
  });

  it("shows what is open, or in one status", () => {
    expect(titles("open")).toEqual(["Cold brew launch film", "Rainy season hero banner"]);
    expect(titles("completed")).toEqual(["Payday reels"]);
  });

  it("finds every word, in any order and case", () => {
    expect(titles("all", "FILM cold")).toEqual(["Cold brew launch film"]);
    expect(titles("all", "film hero")).toEqual([]);
  });

  it("counts each tab in one pass", () => {
    expect(countByView(rows, sampleNowMs)).toMatchObject({ all: 3, open: 2, completed: 1, trash: 1, draft: 0 });
  });

  it("reads anything unknown in the address as all", () => expect(toListView("nonsense")).toBe("all"));
});
