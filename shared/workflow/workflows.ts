import type { Kind } from "../ticket/ticket.ts";
import { creative } from "./creative.ts";
import type { Workflow } from "./workflow.ts";

/** One table a kind of ticket; a kind without one takes no actions. */
export const workflows: Partial<Record<Kind, Workflow>> = { creative };
