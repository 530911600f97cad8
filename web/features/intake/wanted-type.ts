import { createEffect } from "solid-js";
import type { RequestType } from "../../../shared/ticket/ticket.ts";
import type { OpenTicket } from "../../sync/device.ts";

/** A draft that was asked for by its type: the form shows it from the start, the first word written keeps it. */
export const withWantedType = (open: OpenTicket, wanted: RequestType): OpenTicket => {
  const isChosen = () => open.hasWaiting() || open.ticket().fields.requestType !== null;
  createEffect(() => {
    if (open.hasWaiting() && open.ticket().fields.requestType === null) open.setField("requestType", wanted);
  });
  return {
    ...open,
    get description() {
      return open.description;
    },
    get awareness() {
      return open.awareness;
    },
    ticket: () => {
      const ticket = open.ticket();
      return isChosen() ? ticket : { ...ticket, fields: { ...ticket.fields, requestType: wanted } };
    },
  };
};
