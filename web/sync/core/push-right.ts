import type { TicketId } from "../../../shared/ids.ts";

/** The name of the right to send a ticket's changes. Every tab that has the ticket open holds it or waits for it. */
export const pushRight = (id: TicketId | ""): string => `push:${id}`;
