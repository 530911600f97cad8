import { describe, expect, it } from "vitest";
import { createTestDatabase } from "../testing/test-database.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/all.ts";

describe("migrate", () => {
  it("runs every migration once, in order, whoever asks and how often", async () => {
    const database = await createTestDatabase();
    await database.sql.unsafe("drop schema public cascade; create schema public");
    const ran = await Promise.all([migrate(database.address), migrate(database.address), migrate(database.address)]);
    expect(ran.flat()).toEqual(migrations.map(({ name }) => name));
    expect(await migrate(database.address)).toEqual([]);
    const [{ epoch } = { epoch: "" }] = await database.sql<{ epoch: string }[]>`select epoch from meta`;
    expect(epoch).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("refuses a database that a newer version has migrated", async () => {
    const database = await createTestDatabase();
    await database.sql`insert into migrations (name) values ('9999-later')`;
    await expect(migrate(database.address)).rejects.toThrow("newer version (9999-later)");
  });

  it("leaves nothing half done where a migration fails", async () => {
    const database = await createTestDatabase();
    await database.sql.unsafe("drop schema public cascade; create schema public; create table products (x int)");
    await expect(migrate(database.address)).rejects.toThrow("products");
    const tables = await database.sql`select table_name from information_schema.tables where table_schema = 'public'`;
    expect(tables.map((row) => row.table_name).sort()).toEqual(["migrations", "products"]);
  });
});

it("[T32] lets the audit log only grow", async () => {
  const { sql } = await createTestDatabase();
  await sql`insert into audit_log (at, what, subject, facts) values (now(), 'signed_in', 'x', '{}')`;
  await expect(sql`update audit_log set what = 'nothing'`).rejects.toThrow("only grows");
  await expect(sql`delete from audit_log`).rejects.toThrow("only grows");
  await expect(sql`truncate audit_log`).rejects.toThrow("only grows");
});
