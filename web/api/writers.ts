import * as v from "valibot";
import { type TicketId, type UserId, UserIdSchema } from "../../shared/ids.ts";
import { getJson } from "./request.ts";

const WritersSchema = v.object({ results: v.array(v.object({ client: v.number(), user: UserIdSchema })) });

/** Whose each Yjs client id in a ticket's document is; empty when the server cannot be reached. */
export const readWriters = async (id: TicketId): Promise<ReadonlyMap<number, UserId>> => {
  const answer = await getJson(`/api/tickets/${id}/writers/`);
  const parsed = v.safeParse(WritersSchema, answer.ok ? answer.value : null);
  return new Map(parsed.success ? parsed.output.results.map(({ client, user }) => [client, user]) : []);
};
