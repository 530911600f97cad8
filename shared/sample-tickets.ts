/** Tickets of the sample world: complete fields for every request type, and tickets in every status. */
import * as v from "valibot";
import * as Y from "yjs";
import type { Person } from "./access/directory.ts";
import { setDescriptionText, writeFields, writeState } from "./document/write.ts";
import { type TicketId, TicketIdSchema } from "./ids.ts";
import { directory, people, products, type SampleUsername } from "./sample-world.ts";
import { draftState, emptyFields, type Fields, type RequestType, type Status, type Ticket } from "./ticket/ticket.ts";
import { hourMs, isoTime } from "./time.ts";
import type { Action } from "./workflow/actions.ts";
import { applyChanges } from "./workflow/changes.ts";
import { decide } from "./workflow/decide.ts";

/** A Monday morning: where sample tickets begin unless told otherwise. */
export const sampleNowMs = Date.UTC(2026, 2, 2, 9);
export const sampleTicketId: TicketId = v.parse(TicketIdSchema, "0190a000-0000-7000-8400-000000000001");

/** Fields with which a ticket of this type can be submitted; shoots take place two days after `nowMs`. */
export const sampleFields = (requestType: RequestType, nowMs: number = sampleNowMs): Fields => {
  const fields: Fields = { ...emptyFields, requestType, title: `Sample ${requestType}` };
  const shoot = { scheduledStart: isoTime(nowMs + 48 * hourMs), scheduledEnd: isoTime(nowMs + 52 * hourMs) };
  switch (requestType) {
    case "socmed_posting":
      return { ...fields, fileFormat: "still", quantity: 3 };
    case "website_banner":
      return { ...fields, criteria: "image", product: products.brandBook.id };
    case "photoshoot":
    case "videoshoot":
    case "live_production":
      return { ...fields, ...shoot };
    case "ads":
      return { ...fields, items: [{ product: products.bannerAd.id, quantity: 2 }] };
    case "telegram_channel":
      return { ...fields, items: [{ product: products.channelPost.id, quantity: 4 }], criteria: "image" };
  }
};

export interface SampleOptions {
  id?: TicketId;
  requester?: SampleUsername;
  requestType?: RequestType;
  /** Written over the request type's own. */
  fields?: Partial<Fields>;
  brief?: string;
  number?: number;
  /** When the ticket was made; every step follows an hour after the one before. */
  nowMs?: number;
}

/** A ticket that came to `status` by the rules: approved by the heads, worked on by creative-1 with creative-2. */
export const sampleTicket = (status: Status, options: SampleOptions = {}): Ticket => {
  const { requester = "marketing-1", requestType = "website_banner", nowMs = sampleNowMs, number = 1042 } = options;
  let ticket: Ticket = {
    id: options.id ?? sampleTicketId,
    fields: {
      ...sampleFields(requestType, nowMs),
      department: people[requester].department,
      ...options.fields,
    },
    state: { ...draftState, requester: people[requester].id, createdAt: isoTime(nowMs) },
    brief: options.brief ?? "Two banners for the spring campaign.",
  };
  for (let taken = 1; taken <= mostSteps; taken++) {
    const step = stepTowards(status, ticket);
    if (step === null) return ticket;
    const context = { nowMs: nowMs + taken * hourMs, directory, ticketNumber: number };
    const decision = decide(ticket, step.action, step.actor, context);
    if (!decision.accepted) throw new Error(`no sample: ${JSON.stringify(decision.refusal)}`);
    ticket = applyChanges(ticket, decision.changes);
  }
  throw new Error(`${requester}'s tickets never stand in ${status}`);
};

/** From draft to completed takes five. */
const mostSteps = 6;

export interface SampleStep {
  actor: Person;
  action: Action;
}

/** Who does what next to bring a ticket of the sample world to `target`; null once it is there. */
export const stepTowards = (target: Status, { fields, state }: Ticket): SampleStep | null => {
  if (state.status === target) return null;
  const by = (actor: Person | undefined, action: (actor: Person["id"]) => Action): SampleStep => {
    if (actor === undefined) throw new Error(`nobody to act in ${state.status}`);
    return { actor, action: action(actor.id) };
  };
  const personOf = (id: Person["id"] | null | undefined) => (id ? directory.people.get(id) : undefined);
  const departmentHead = personOf(fields.department && directory.departments.get(fields.department)?.head);
  const requester = personOf(state.requester);
  const isToBeRejected = target === "rejected";

  switch (state.status) {
    case "draft":
      return by(requester, (actor) => ({ type: "submit", actor }));
    case "rejected":
      return by(requester, (actor) => ({ type: "resubmit", actor }));
    case "requested":
      return by(departmentHead, (actor) => (isToBeRejected ? rejection(actor) : { type: "approve", actor }));
    case "pending_creative":
      return by(people["creative-head"], (actor) => (isToBeRejected ? rejection(actor) : finalApproval(actor, fields)));
    case "approved":
      return isToBeRejected
        ? by(people["creative-head"], rejection)
        : by(personOf(state.assignee) ?? people["creative-head"], (actor) =>
            state.assignee === null
              ? { type: "assign", actor, assignee: people["creative-1"].id }
              : { type: "start", actor },
          );
    case "in_progress":
      return by(personOf(state.assignee), (actor) => ({ type: "complete", actor }));
    case "completed":
      return by(requester, (actor) => ({ type: "request_revision", actor, comment: "The logo is too small." }));
  }
};

const rejection = (actor: Person["id"]): Action => ({ type: "reject", actor, reason: "Please name the campaign." });

/** Where nobody is suggested, creative-1 takes it on with creative-2. */
const finalApproval = (actor: Person["id"], { suggestedAssignees }: Fields): Action =>
  suggestedAssignees.length > 0
    ? { type: "approve", actor }
    : { type: "approve", actor, assignee: people["creative-1"].id, collaborators: [people["creative-2"].id] };

/** The ticket as the server's document would hold it. */
export const sampleDoc = (ticket: Ticket): Y.Doc => {
  const doc = new Y.Doc();
  writeFields(doc, ticket.fields);
  writeState(doc, ticket.state);
  setDescriptionText(doc, ticket.brief);
  return doc;
};
