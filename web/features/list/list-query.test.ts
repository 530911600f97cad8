import { describe, expect, it } from "vitest";
import { filterCount, nextSort, nothingChosen, readQuery, toggled, writeQuery } from "./list-query.ts";

describe("the list's address", () => {
  it.each([
    "",
    "?view=week",
    "?status=requested,in_progress&priority=high&q=cold+brew&sort=-deadline&as=cards",
    "?view=shoots&department=a,b&assignee=none&overdue=true&mine=true&sort=title",
  ])("%s is read and written back the same", (search) => expect(writeQuery(readQuery(search))).toBe(search));

  it("leaves out what means nothing", () => {
    expect(writeQuery(readQuery("?view=nonsense&status=late,requested&sort=colour&as=tiles&other=1"))).toBe(
      "?status=requested",
    );
  });

  it("takes overdue where a status stands", () => {
    expect(readQuery("?status=overdue")).toMatchObject({ isOverdue: true, chosen: { status: [] } });
  });

  it("sorts up, down, then not at all", () => {
    const up = nextSort(null, "deadline");
    const down = nextSort(up, "deadline");
    expect([up, down, nextSort(down, "deadline"), nextSort(down, "title")]).toEqual([
      { by: "deadline", isDescending: false },
      { by: "deadline", isDescending: true },
      null,
      { by: "title", isDescending: false },
    ]);
  });

  it("adds and takes away a choice", () => {
    const one = toggled(nothingChosen, "priority", "high");
    expect(one.priority).toEqual(["high"]);
    expect(toggled(one, "priority", "high")).toEqual(nothingChosen);
    expect(filterCount({ ...readQuery("?mine=true"), chosen: one })).toBe(2);
  });
});
