import { hash } from "@node-rs/argon2";
import type { Person } from "../../shared/access/directory.ts";
import { departments, products } from "../../shared/sample-world.ts";
import { bumpDirectory } from "../store/directory-rows.ts";
import type { Sql } from "../store/sql.ts";

export const demoPassword = "demo-password";

/** People, departments and products; who and what is there already stays as it is. */
export const insertDemoDirectory = async (sql: Sql, people: readonly Person[], nowMs: number): Promise<void> => {
  const passwordHash = await hash(demoPassword, { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 });
  const at = new Date(nowMs).toISOString();
  await sql.begin(async (transaction) => {
    for (const { id, name, isCreative, isActive } of Object.values(departments)) {
      await transaction`
        insert into departments (id, name, is_creative, is_active) values (${id}, ${name}, ${isCreative}, ${isActive})
        on conflict do nothing`;
    }
    for (const person of people) {
      await transaction`
        insert into users (id, username, email, first_name, last_name, role, department, password_hash, status, created_at)
        values (
          ${person.id}, ${person.username}, ${`${person.username}@slate.example`}, ${person.firstName}, ${person.lastName},
          ${person.role}, ${person.department}, ${passwordHash}, 'active', ${at}
        )
        on conflict do nothing`;
    }
    for (const { id, head } of Object.values(departments)) {
      await transaction`update departments set head = ${head} where id = ${id} and head is null`;
    }
    for (const { id, name, category, mediaType, isActive } of Object.values(products)) {
      await transaction`
        insert into products (id, name, category, media_type, is_active)
        values (${id}, ${name}, ${category}, ${mediaType}, ${isActive})
        on conflict do nothing`;
    }
  });
  await bumpDirectory(sql);
};
