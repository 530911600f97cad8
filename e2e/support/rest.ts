/** REST as a program uses it: a bearer token and JSON. */
import type { TicketId, UserId } from "../../shared/ids.ts";
import { people, type SampleUsername } from "../../shared/sample-world.ts";

export const demoPassword = "demo-password";

export interface Account {
  token: string;
  userId: UserId;
  username: SampleUsername;
}

export const logIn = async (url: string, username: SampleUsername): Promise<Account> => {
  const answer = await fetch(`${url}/api/auth/login/`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password: demoPassword }),
  });
  if (!answer.ok) throw new Error(`${username} cannot sign in: ${answer.status} ${await answer.text()}`);
  const { access } = (await answer.json()) as { access: string };
  return { token: access, userId: people[username].id, username };
};

export const call = async <Body>(
  url: string,
  account: Account,
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: string,
  body?: object,
): Promise<{ status: number; body: Body }> => {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${account.token}`, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === "" ? null : JSON.parse(text)) as Body };
};

interface TicketPage {
  results: { id: TicketId; number: number; status: string; title: string }[];
}

export const listTickets = async (url: string, account: Account, query = ""): Promise<TicketPage["results"]> =>
  (await call<TicketPage>(url, account, "GET", `/tickets/?page_size=100${query}`)).body.results;
