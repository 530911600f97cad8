import { expect, it } from "vitest";
import { createDemoWorkspace } from "../demo/create-demo-workspace.ts";
import { createTestDatabase } from "../testing/test-database.ts";
import { rebuildProjection } from "./rebuild-projection.ts";

const rows = (sql: Awaited<ReturnType<typeof createTestDatabase>>["sql"]) =>
  sql`select to_jsonb(tickets) - '{change_xid,former_xid,former_access}'::text[] as row from tickets order by id`;

it("[I8] gives the same rows from the log alone, whatever became of them", async () => {
  const { sql } = await createTestDatabase();
  await createDemoWorkspace({ sql, count: 150, nowMs: Date.UTC(2026, 10, 23, 9) });
  const before = await rows(sql);
  expect(before).toHaveLength(150);
  expect(await rebuildProjection(sql)).toBe(150);
  expect(await rows(sql)).toEqual(before);
  await sql`update tickets set title = 'wrong', status = 'draft', summary = '{}', words = ''`;
  await sql`delete from tickets where id in (select id from tickets order by id limit 40)`;
  await sql`insert into projection_pending select id, seq from tickets limit 5`;
  await rebuildProjection(sql);
  expect(await rows(sql)).toEqual(before);
  expect(await sql`select from projection_pending`).toHaveLength(0);
});
