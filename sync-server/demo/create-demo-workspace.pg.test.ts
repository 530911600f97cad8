import { beforeAll, describe, expect, it } from "vitest";
import { serverClientId } from "../../shared/document/layout.ts";
import { readRulings } from "../../shared/document/read.ts";
import { summarize } from "../../shared/document/summarize.ts";
import type { TicketId, UserId } from "../../shared/ids.ts";
import { departments, directory, people, products } from "../../shared/sample-world.ts";
import { isOverdue } from "../../shared/ticket/deadline.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import { requestTypes, statuses } from "../../shared/ticket/ticket.ts";
import { hourMs, toMs } from "../../shared/time.ts";
import { createPasswordHashes } from "../auth/password-hashes.ts";
import { readDirectory } from "../store/directory-rows.ts";
import { createPostgresTicketStore } from "../store/postgres-ticket-store.ts";
import type { Sql } from "../store/sql.ts";
import { loadTicket } from "../sync/loaded-ticket.ts";
import { createTestDatabase } from "../testing/test-database.ts";
import { createDemoWorkspace, demoPassword } from "./create-demo-workspace.ts";

const nowMs = Date.UTC(2026, 10, 23, 9);
const { sql } = await createTestDatabase();

interface Row {
  id: TicketId;
  number: number | null;
  summary: TicketSummary;
}
const readRows = (from: Sql) => from<Row[]>`select id, number, summary from tickets order by id`;

describe("the demo workspace", () => {
  let rows: Row[];

  beforeAll(async () => {
    await createDemoWorkspace({ sql, nowMs, count: 60 });
    rows = await readRows(sql);
  });

  it("has sixty tickets, in every status and of every type", () => {
    expect(rows).toHaveLength(60);
    expect(new Set(rows.map(({ summary }) => summary.state.status))).toEqual(new Set(statuses));
    expect(new Set(rows.map(({ summary }) => summary.fields.requestType))).toEqual(new Set(requestTypes));
  });

  it("has closed, revised, sent back, trashed tickets, some that are overdue and some that are due within hours", () => {
    const states = rows.map(({ summary }) => summary.state);
    const isDueSoon = (deadline: (typeof states)[number]["deadline"]) =>
      deadline !== null && toMs(deadline) > nowMs && toMs(deadline) < nowMs + 8 * hourMs;
    expect({
      closed: states.filter((state) => state.confirmedAt !== null).length,
      revised: states.filter((state) => state.revisionCount > 0).length,
      trashed: states.filter((state) => state.trashed !== null).length,
      overdue: states.filter((state) => isOverdue(state, nowMs)).length,
      dueSoon: states.filter((state) => state.status === "in_progress" && isDueSoon(state.deadline)).length,
    }).toEqual({ closed: 16, revised: 4, trashed: 2, overdue: 4, dueSoon: 5 });
  });

  it("gives each submitted ticket its own number, in order", () => {
    const numbers = rows.flatMap(({ number }) => number ?? []).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 58 }, (_, i) => 1001 + i));
    expect(rows.filter(({ number }) => number === null).every(({ summary }) => summary.state.status === "draft")).toBe(
      true,
    );
  });

  it("says something different in every title", () => {
    expect(new Set(rows.map(({ summary }) => summary.fields.title)).size).toBe(60);
  });

  it("lies in the ninety days before now", async () => {
    const [span] = await sql<{ first: string; last: string }[]>`select min(at) as first, max(at) as last from log`;
    expect(nowMs - Date.parse(span?.first ?? "")).toBeLessThan(91 * 24 * hourMs);
    expect(Date.parse(span?.last ?? "")).toBeLessThanOrEqual(nowMs);
  });

  it("[I8] rebuilding the rows from the log gives the same rows", async () => {
    const stored = await createPostgresTicketStore(sql).load(rows.map(({ id }) => id));
    for (const { id, summary } of rows) {
      expect(summarize(id, loadTicket(id, stored.get(id) ?? null).doc)).toEqual(summary);
    }
  });

  it("holds accepted rulings only, one event each", async () => {
    const stored = await createPostgresTicketStore(sql).load(rows.map(({ id }) => id));
    let rulings = 0;
    for (const { id } of rows) {
      const all = [...readRulings(loadTicket(id, stored.get(id) ?? null).doc).values()];
      expect(all.every(({ accepted }) => accepted)).toBe(true);
      rulings += all.length;
    }
    const [events] = await sql<{ count: number }[]>`select count(*) from events`;
    expect(events?.count).toBe(rulings);
    const [repaired] = await sql<{ count: number }[]>`select count(*) from log where repairs is not null`;
    expect(repaired?.count).toBe(0);
  });

  it("lets everybody write under client ids of their own", async () => {
    const stored = await createPostgresTicketStore(sql).load(rows.map(({ id }) => id));
    for (const { id } of rows) {
      const { doc, owners } = loadTicket(id, stored.get(id) ?? null);
      const writers = [...doc.store.clients.keys()].filter((client) => client !== serverClientId);
      const authors = new Set<UserId | undefined>(stored.get(id)?.tail.map(({ userId }) => userId));
      expect(writers.length).toBe(authors.size);
      expect(new Set(writers.map((client) => owners.get(client)))).toEqual(authors);
    }
  });

  it("has the people, departments and products of the sample world, who all sign in with one password", async () => {
    const stored = await readDirectory(sql);
    expect(stored.directory.people).toEqual(directory.people);
    expect(stored.directory.departments).toEqual(directory.departments);
    expect(stored.directory.products).toEqual(directory.products);
    const [one] = await sql<{ password_hash: string }[]>`
      select password_hash from users where id = ${people["creative-1"].id}`;
    const hashes = await createPasswordHashes();
    expect(await hashes.verify(one?.password_hash ?? null, demoPassword)).toBe(true);
    expect([Object.keys(departments).length, Object.keys(products).length]).toEqual([3, 7]);
  });
});

it("is the same every time for the same moment", async () => {
  const [one, other] = [await createTestDatabase(), await createTestDatabase()];
  for (const database of [one, other]) await createDemoWorkspace({ sql: database.sql, nowMs, count: 30 });
  const entries = (from: Sql) =>
    from`select ticket_id, seq, entry_id, update, user_id, at from log order by ticket_id, seq`;
  expect(await readRows(other.sql)).toEqual(await readRows(one.sql));
  expect(await entries(other.sql)).toEqual(await entries(one.sql));
});
