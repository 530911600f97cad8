import { createSignal } from "solid-js";
import type { Directory } from "../../../shared/access/directory.ts";
import { incompleteEdits } from "../../../shared/ticket/incomplete-edits.ts";
import type { Missing } from "../../../shared/ticket/missing-for-submit.ts";
import type { FieldKey, Fields } from "../../../shared/ticket/ticket.ts";
import type { OpenTicket } from "../../sync/device.ts";

export interface HeldEdit {
  /** The ticket as its form shows it: what is held included. */
  open: OpenTicket;
  missing(): Missing;
  /** Something is held: it would be put back as things stand. */
  isHolding(): boolean;
}

/**
 * Edits of a ticket that has been sent are kept as they are made, unless the ticket would not be complete with them: those wait
 * in the form until it is, and are written together.
 */
export const createHeldEdit = (open: OpenTicket, directory: () => Directory): HeldEdit => {
  const [held, setHeld] = createSignal<Partial<Fields>>({});
  const fields = (): Fields => ({ ...open.ticket().fields, ...held() });
  const isDraft = () => open.ticket().state.status === "draft";
  const problems = () => incompleteEdits(fields(), Object.keys(held()) as FieldKey[], directory());
  const setFields = (change: Partial<Fields>) => {
    const next = { ...held(), ...change };
    const after = { ...open.ticket().fields, ...next };
    const waits = !isDraft() && incompleteEdits(after, Object.keys(next) as FieldKey[], directory()).keys.length > 0;
    setHeld(waits ? next : {});
    if (!waits) open.setFields(next);
  };
  return {
    open: {
      ...open,
      get description() {
        return open.description;
      },
      get awareness() {
        return open.awareness;
      },
      ticket: () => ({ ...open.ticket(), fields: fields() }),
      setFields,
      setField: (key, value) => setFields({ [key]: value }),
    },
    missing: () => (Object.keys(held()).length === 0 ? {} : problems().missing),
    isHolding: () => Object.keys(held()).length > 0,
  };
};
