import * as v from "valibot";
import { getJson } from "./request.ts";

const ServerFactsSchema = v.object({
  is_needed: v.boolean(),
  is_empty: v.boolean(),
  app_name: v.string(),
  contact_admin: v.nullable(v.string()),
});

export interface ServerFacts {
  /** Nobody is there yet: the first admin has to be made. */
  needsFirstAdmin: boolean;
  /** Nothing is there yet: the example workspace can be had. */
  isEmpty: boolean;
  appName: string;
  /** An address to write to, or null where none is configured. */
  contactAdmin: string | null;
}

/** What anybody may know about this server; null without a connection. */
export const readServerFacts = async (): Promise<ServerFacts | null> => {
  const answer = await getJson("/api/auth/setup/");
  const parsed = v.safeParse(ServerFactsSchema, answer.ok ? answer.value : null);
  if (!parsed.success) return null;
  const { is_needed, is_empty, app_name, contact_admin } = parsed.output;
  return { needsFirstAdmin: is_needed, isEmpty: is_empty, appName: app_name, contactAdmin: contact_admin };
};
