/** What the list is asked for, and how that stands in the address, so that reload, back and links bring it again. */
import { priorities, requestTypes } from "../../../shared/ticket/ticket.ts";
import { shownStatuses } from "../../presentation/status-marks.ts";

/** Tabs: ways to look at the list that people come back to. */
export const listViews = ["all", "week", "shoots", "overdue", "unassigned", "trash"] as const;
export type ListView = (typeof listViews)[number];

/** What the list can be narrowed to; named as in the REST API. */
export const facets = ["status", "priority", "department", "request_type", "assignee", "requester", "kind"] as const;
export type Facet = (typeof facets)[number];
export type Chosen = Readonly<Record<Facet, readonly string[]>>;

export const columns = [
  "number",
  "title",
  "status",
  "priority",
  "request_type",
  "requester",
  "assignee",
  "deadline",
  "quantity",
] as const;
export type Column = (typeof columns)[number];

export interface Sort {
  by: Column;
  isDescending: boolean;
}

export const layouts = ["table", "cards"] as const;
export type Layout = (typeof layouts)[number];

export interface ListQuery {
  view: ListView;
  text: string;
  chosen: Chosen;
  isOverdue: boolean;
  isMine: boolean;
  /** Null: the newest change first, or what fits a search best. */
  sort: Sort | null;
  /** Null: as on this device the last time. */
  layout: Layout | null;
}

/** Stands for 'nobody' among the people a ticket can be assigned to. */
export const nobody = "none";

const valuesOf: Partial<Record<Facet, readonly string[]>> = {
  status: shownStatuses,
  priority: priorities,
  request_type: requestTypes,
  kind: ["creative", "support"],
};

/** Whatever stands in an address can be read; what means nothing here is left out. */
export const readQuery = (search: string): ListQuery => {
  const params = new URLSearchParams(search);
  const one = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === params.get(name)) ?? null;
  const chosen = Object.fromEntries(facets.map((facet) => [facet, readValues(params, facet)])) as unknown as Chosen;
  return {
    view: one("view", listViews) ?? "all",
    text: params.get("q") ?? "",
    chosen,
    // Overdue is added to a status, but people say it like one.
    isOverdue: params.get("overdue") === "true" || listOf(params.get("status")).includes("overdue"),
    isMine: params.get("mine") === "true",
    sort: readSort(params.get("sort")),
    layout: one("as", layouts),
  };
};

/** '' or '?…', always in the same order; what stands by itself is not written. */
export const writeQuery = (query: ListQuery): string => {
  const params = new URLSearchParams();
  const put = (name: string, value: string) => value !== "" && params.set(name, value);
  put("view", query.view === "all" ? "" : query.view);
  for (const facet of facets) put(facet, query.chosen[facet].join(","));
  put("overdue", query.isOverdue ? "true" : "");
  put("mine", query.isMine ? "true" : "");
  put("q", query.text);
  put("sort", query.sort === null ? "" : `${query.sort.isDescending ? "-" : ""}${query.sort.by}`);
  put("as", query.layout ?? "");
  // Commas may stand in an address as they are.
  return params.size === 0 ? "" : `?${params.toString().replaceAll("%2C", ",")}`;
};

/** Adds the value, or takes it away. */
export const toggled = (chosen: Chosen, facet: Facet, value: string): Chosen => {
  const values = chosen[facet];
  return {
    ...chosen,
    [facet]: values.includes(value) ? values.filter((other) => other !== value) : [...values, value],
  };
};

/** A column's header sorts upwards first, then downwards, then not at all. */
export const nextSort = (sort: Sort | null, by: Column): Sort | null => {
  if (sort?.by !== by) return { by, isDescending: false };
  return sort.isDescending ? null : { by, isDescending: true };
};

/** How many filters narrow the list, beside view and search. */
export const filterCount = ({ chosen, isOverdue, isMine }: ListQuery): number =>
  facets.filter((facet) => chosen[facet].length > 0).length + Number(isOverdue) + Number(isMine);

const listOf = (text: string | null): string[] => (text ?? "").split(",").filter((value) => value !== "");

const readValues = (params: URLSearchParams, facet: Facet): readonly string[] => {
  const known = valuesOf[facet];
  const values = [...new Set(listOf(params.get(facet)))];
  return known === undefined ? values : values.filter((value) => known.includes(value));
};

const readSort = (text: string | null): Sort | null => {
  if (text === null) return null;
  const isDescending = text.startsWith("-");
  const by = columns.find((column) => column === text.slice(Number(isDescending)));
  return by === undefined ? null : { by, isDescending };
};

export const nothingChosen: Chosen = readQuery("").chosen;
