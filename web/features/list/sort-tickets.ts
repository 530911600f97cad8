import type { Directory } from "../../../shared/access/directory.ts";
import { totalQuantity } from "../../../shared/ticket/request-types.ts";
import { searchWords } from "../../../shared/ticket/search-words.ts";
import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import { priorities } from "../../../shared/ticket/ticket.ts";
import { toMs } from "../../../shared/time.ts";
import { t } from "../../i18n/messages.ts";
import { usernameOf } from "../../presentation/names.ts";
import { shownStatus, shownStatuses } from "../../presentation/status-marks.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { isFinished } from "./filter-tickets.ts";
import type { Column, Sort } from "./list-query.ts";

/**
 * In the order of a column; what has nothing there comes last either way, what is done
 * after that, and equal ones keep their order.
 */
export const sortTickets = (
  tickets: readonly ListedTicket[],
  sort: Sort | null,
  directory: Directory,
): readonly ListedTicket[] => {
  if (sort === null) return tickets;
  const keyOf = sortKeys[sort.by];
  const keyed = tickets.map((ticket) => ({ ticket, key: keyOf(ticket.summary, directory) }));
  const direction = sort.isDescending ? -1 : 1;
  keyed.sort((one, other) => {
    const rank = rankOf(one.key) - rankOf(other.key);
    if (rank !== 0 || one.key == null || other.key == null) return rank;
    return one.key < other.key ? -direction : one.key > other.key ? direction : 0;
  });
  return keyed.map(({ ticket }) => ticket);
};

/** `null`: nothing there. `undefined`: done, and asks for nothing any more. */
type SortKey = string | number | null | undefined;

const rankOf = (key: SortKey): number => (key === undefined ? 2 : key === null ? 1 : 0);

const sortKeys: Record<Column, (summary: TicketSummary, directory: Directory) => SortKey> = {
  number: ({ state }) => state.number,
  title: (summary) => titleKey(summary) || null,
  status: ({ state }) => shownStatuses.indexOf(shownStatus(state)),
  priority: ({ fields }) => priorities.indexOf(fields.priority),
  request_type: ({ fields }) => (fields.requestType === null ? null : t.words.requestType[fields.requestType]),
  requester: ({ state }, directory) => state.requester && usernameOf(state.requester, directory),
  assignee: ({ state }, directory) => state.assignee && usernameOf(state.assignee, directory),
  deadline: (summary) => (isFinished(summary) ? undefined : summary.state.deadline && toMs(summary.state.deadline)),
  quantity: ({ fields }) => totalQuantity(fields),
};

/** Rows are replaced when they change, so what was made for one stays true as long as the row lives. */
const titleKeys = new WeakMap<TicketSummary, string>();

const titleKey = (summary: TicketSummary): string => {
  const known = titleKeys.get(summary) ?? searchWords(summary.fields.title).join(" ");
  titleKeys.set(summary, known);
  return known;
};
