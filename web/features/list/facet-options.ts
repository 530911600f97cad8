import type { Directory } from "../../../shared/access/directory.ts";
import type { DepartmentId, UserId } from "../../../shared/ids.ts";
import { priorities, requestTypes } from "../../../shared/ticket/ticket.ts";
import { t } from "../../i18n/messages.ts";
import { usernameOf } from "../../presentation/names.ts";
import { shownStatuses } from "../../presentation/status-marks.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { type Facet, nobody } from "./list-query.ts";

export interface FacetOption {
  value: string;
  label: string;
}

/** What the list can be narrowed to under a facet: people only who have something to do with a ticket here. */
export const facetOptions = (
  facet: Facet,
  tickets: readonly ListedTicket[],
  directory: Directory,
  chosen: readonly string[],
): FacetOption[] => {
  const named = (values: Iterable<string>) =>
    [...values].map((value) => ({ value, label: facetLabel(facet, value, directory) }));
  const byName = (values: Iterable<string>) => named(values).sort((one, other) => one.label.localeCompare(other.label));
  switch (facet) {
    case "status":
      return named(shownStatuses);
    case "priority":
      return named([...priorities].reverse());
    case "request_type":
      return named(requestTypes);
    case "kind":
      return named(["creative", "support"]);
    case "department":
      return byName([...directory.departments.values()].filter(({ isActive }) => isActive).map(({ id }) => id));
    case "requester":
      return byName(new Set([...chosen, ...tickets.flatMap(({ summary: { state } }) => state.requester ?? [])]));
    case "assignee": {
      const people = tickets.flatMap(({ summary: { state } }) => [state.assignee ?? [], ...state.collaborators].flat());
      return [...named([nobody]), ...byName(new Set([...chosen, ...people].filter((id) => id !== nobody)))];
    }
  }
};

/** A value as people call it. */
export const facetLabel = (facet: Facet, value: string, directory: Directory): string => {
  switch (facet) {
    case "status":
      return t.words.status[value as keyof typeof t.words.status];
    case "priority":
      return t.words.priority[value as keyof typeof t.words.priority];
    case "request_type":
      return t.words.requestType[value as keyof typeof t.words.requestType];
    case "kind":
      return t.list.kind[value as keyof typeof t.list.kind];
    case "department":
      return directory.departments.get(value as DepartmentId)?.name ?? value;
    case "requester":
    case "assignee":
      return value === nobody ? t.list.nobody : usernameOf(value as UserId, directory);
  }
};

/** 'Marketing', 'Marketing, Sales', 'Marketing +3'. */
export const chosenText = (facet: Facet, chosen: readonly string[], directory: Directory): string => {
  const labels = chosen.map((value) => facetLabel(facet, value, directory));
  return labels.length > 2 ? t.list.moreChosen(labels[0] ?? "", labels.length - 1) : labels.join(", ");
};
