import type { Directory } from "../../../shared/access/directory.ts";
import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import type { Headline } from "./word-index.ts";

/** What a ticket is called by beside its text: number, title, its people and products. */
export const headlineOf = ({ fields, state }: TicketSummary, directory: Directory): Headline => {
  const people = [state.requester, state.assignee, ...state.collaborators];
  const products = [fields.product, ...fields.items.map(({ product }) => product)];
  return {
    number: state.number,
    title: fields.title,
    names: [
      ...people.flatMap((id) => (id === null ? [] : (directory.people.get(id)?.username ?? []))),
      ...products.flatMap((id) => (id === null ? [] : (directory.products.get(id)?.name ?? []))),
    ],
  };
};
