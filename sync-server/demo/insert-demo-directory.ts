import { departments, people, products } from "../../shared/sample-world.ts";
import { hourMs, isoTime } from "../../shared/time.ts";
import { insertDepartment, insertProduct, setDepartmentHead } from "../store/directory-rows.ts";
import type { Sql } from "../store/sql.ts";
import { insertAccount } from "../store/users.ts";

/** All or nothing. */
export const insertDemoDirectory = async (sql: Sql, passwordHash: string, nowMs: number): Promise<void> => {
  await sql.begin(async (transaction) => {
    const within = transaction as unknown as Sql;
    for (const department of Object.values(departments)) await insertDepartment(within, department);
    for (const product of Object.values(products)) await insertProduct(within, product);
    for (const person of Object.values(people)) {
      const { id, username, role, department } = person;
      const isNew = await insertAccount(within, {
        id,
        username,
        email: null,
        first_name: person.firstName,
        last_name: person.lastName,
        role,
        department,
        password_hash: passwordHash,
        status: "active",
        created_at: isoTime(nowMs - companyAgeMs),
      });
      if (!isNew) throw new Error(`there is a ${username} already`);
    }
    for (const { id, head } of Object.values(departments)) await setDepartmentHead(within, id, head);
  });
};

const companyAgeMs = 120 * 24 * hourMs;
