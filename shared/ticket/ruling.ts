import * as v from "valibot";
import { IsoTimeSchema } from "../time.ts";
import { type Ruling, statuses } from "./ticket.ts";

/** An entry of `rulings`. */
export const RulingSchema: v.GenericSchema<unknown, Ruling> = v.object({
  accepted: v.boolean(),
  code: v.optional(v.string()),
  facts: v.optional(v.record(v.string(), v.unknown())),
  status: v.picklist(statuses),
  at: IsoTimeSchema,
});
