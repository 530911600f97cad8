/** Tickets brought to where a story needs them, over REST and by the people who would do it. */
import type { TicketId } from "../../shared/ids.ts";
import { people, type SampleUsername } from "../../shared/sample-world.ts";
import { type Account, call, logIn } from "./rest.ts";

export interface Wanted {
  title: string;
  description?: string;
  /** How far along. */
  status: "requested" | "pending_creative" | "approved" | "in_progress";
  assignee?: SampleUsername;
  collaborators?: SampleUsername[];
}

/** marketing-1 asks; marketing-head and creative-head approve; the assignee starts. */
export const makeTicket = async (url: string, wanted: Wanted): Promise<TicketId> => {
  const as = async (username: SampleUsername) => logIn(url, username);
  const { body } = await must<{ id: TicketId }>(url, await as("marketing-1"), "/tickets/", {
    title: wanted.title,
    description: wanted.description ?? "",
    request_type: "socmed_posting",
    file_format: "still",
  });
  const steps: (() => Promise<unknown>)[] = [
    async () => must(url, await as("marketing-head"), `/tickets/${body.id}/approve/`, {}),
    async () =>
      must(url, await as("creative-head"), `/tickets/${body.id}/approve/`, {
        assigned_to: people[wanted.assignee ?? "creative-1"].id,
        collaborators: (wanted.collaborators ?? []).map((name) => people[name].id),
      }),
    async () => must(url, await as(wanted.assignee ?? "creative-1"), `/tickets/${body.id}/start/`, {}),
  ];
  const count = { requested: 0, pending_creative: 1, approved: 2, in_progress: 3 }[wanted.status];
  for (const step of steps.slice(0, count)) await step();
  return body.id;
};

const must = async <Body>(url: string, account: Account, path: string, body: object) => {
  const answer = await call<Body>(url, account, "POST", path, body);
  if (answer.status >= 300)
    throw new Error(`${account.username} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
};
