import type { Department, Directory, Person, Product } from "../../shared/access/directory.ts";
import type { DepartmentId } from "../../shared/ids.ts";
import type { Sql } from "./sql.ts";

/** People who wait for approval are not in the directory yet. One statement, so that its three parts fit together. */
export const readDirectory = async (sql: Sql): Promise<{ version: number; directory: Directory }> => {
  const [row] = await sql<{ version: number; people: Person[]; departments: Department[]; products: Product[] }[]>`
    select
      version,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', id, 'username', username, 'firstName', first_name, 'lastName', last_name, 'role', role,
          'department', department, 'isActive', status = 'active') order by id)
        from users where status <> 'pending'
      ), '[]') as people,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', id, 'name', name, 'head', head, 'isCreative', is_creative, 'isActive', is_active) order by id)
        from departments
      ), '[]') as departments,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', id, 'name', name, 'category', category, 'mediaType', media_type, 'isActive', is_active) order by id)
        from products
      ), '[]') as products
    from directory_version`;
  if (row === undefined) throw new Error("the database has no directory version");
  const byId = <Row extends { id: string }>(rows: Row[]) => new Map(rows.map((one) => [one.id as Row["id"], one]));
  return {
    version: row.version,
    directory: { people: byId(row.people), departments: byId(row.departments), products: byId(row.products) },
  };
};

export const directoryVersion = async (sql: Sql): Promise<number> => {
  const [row] = await sql<{ version: number }[]>`select version from directory_version`;
  return row?.version ?? 0;
};

/** After every change of people, departments or products; servers look for a new version about once a second. */
export const bumpDirectory = async (sql: Sql): Promise<void> => {
  await sql`update directory_version set version = version + 1`;
};

export const insertDepartment = async (sql: Sql, row: Omit<Department, "head">): Promise<void> => {
  await sql`
    insert into departments (id, name, is_creative, is_active)
    values (${row.id}, ${row.name}, ${row.isCreative}, ${row.isActive})`;
  await bumpDirectory(sql);
};

/** A department of that name, as it is described here; the one that is there already keeps its id. */
export const ensureDepartment = async (
  sql: Sql,
  row: Pick<Department, "id" | "name" | "isCreative">,
): Promise<DepartmentId> => {
  const [found] = await sql<{ id: DepartmentId }[]>`
    insert into departments (id, name, is_creative) values (${row.id}, ${row.name}, ${row.isCreative})
    on conflict (lower(name)) do update set is_creative = excluded.is_creative
    returning id`;
  if (found === undefined) throw new Error(`no department ${row.name}`);
  await bumpDirectory(sql);
  return found.id;
};

export const setDepartmentHead = async (sql: Sql, id: DepartmentId, head: Department["head"]): Promise<void> => {
  await sql`update departments set head = ${head} where id = ${id}`;
  await bumpDirectory(sql);
};

export const insertProduct = async (sql: Sql, row: Product): Promise<void> => {
  await sql`
    insert into products (id, name, category, media_type, is_active)
    values (${row.id}, ${row.name}, ${row.category}, ${row.mediaType}, ${row.isActive})`;
  await bumpDirectory(sql);
};
