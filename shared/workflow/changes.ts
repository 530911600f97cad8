import type { Ticket } from "../ticket/ticket.ts";
import type { Changes } from "./workflow.ts";

/** Leaves out what the ticket has already. */
export const changedOnly = (ticket: Ticket, { state, fields }: Changes): Changes => ({
  state: differing(ticket.state, state),
  fields: differing(ticket.fields, fields),
});

export const applyChanges = (ticket: Ticket, { state, fields }: Changes): Ticket => ({
  ...ticket,
  state: { ...ticket.state, ...state },
  fields: { ...ticket.fields, ...fields },
});

const differing = <Shape extends object>(present: Shape, next: Partial<Shape>): Partial<Shape> => {
  const keys = Object.keys(next) as (keyof Shape)[];
  return Object.fromEntries(
    keys.filter((key) => !isSameJson(present[key], next[key])).map((key) => [key, next[key]]),
  ) as Partial<Shape>;
};

/** Values of fields and state are made from fixed literals, so equal ones have their keys in the same order. */
const isSameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
