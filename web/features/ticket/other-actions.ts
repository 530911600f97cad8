import type { Status } from "../../../shared/ticket/ticket.ts";
import type { Offers } from "../../presentation/offers.ts";
import type { Startable } from "./startable.ts";

/** The creative approval can name the people in the same step. */
export const otherActions = ({ main, others }: Offers, status: Status): Startable[] => [
  ...(main === "approve" && status === "pending_creative" ? (["approve_and_assign"] as const) : []),
  ...others,
];
