import { describe, expect, it } from "vitest";
import { createTestApp, demoPassword } from "../testing/test-app.ts";

const person = { username: "olivia", password: "a-fine-long-sentence", first_name: "Olivia" };

describe("the first admin", () => {
  it("needs the code from the terminal, and is made once", async () => {
    const { stranger, firstAdmin, directory } = await createTestApp({ isEmpty: true });
    expect((await stranger.get("/api/auth/setup/")).body).toMatchObject({ is_needed: true, app_name: "Slate" });
    const make = (code: string, more = {}) => stranger.post("/api/auth/first-admin/", { ...person, code, ...more });
    expect((await make("AAAA-BBBB-CCCC")).body.error.code).toBe("wrong_code");
    expect((await make(firstAdmin.code, { password: "olivia-1" })).body.error.code).toBe("weak_password");
    expect((await make(firstAdmin.code.toLowerCase().replaceAll("-", " "))).status).toBe(201);
    expect((await make(firstAdmin.code)).body.error.code).toBe("already_set_up");
    expect((await stranger.get("/api/auth/setup/")).body.is_needed).toBe(false);
    const { username, password } = person;
    expect((await stranger.post("/api/auth/login/", { username, password })).body.user).toMatchObject({
      role: "admin",
    });
    expect([...directory.current().departments.values()].map(({ name }) => name)).toEqual(["General"]);
  });

  it("brings departments along, and belongs to the first one", async () => {
    const { stranger, firstAdmin, directory } = await createTestApp({ isEmpty: true });
    const departments = [{ name: "Marketing" }, { name: " Studio ", is_creative: true }];
    const sent = { ...person, code: firstAdmin.code, departments };
    expect((await stranger.post("/api/auth/first-admin/", sent)).status).toBe(201);
    const { departments: made, people: persons } = directory.current();
    expect([...made.values()].map(({ name, isCreative }) => [name, isCreative])).toEqual([
      ["Marketing", false],
      ["Studio", true],
    ]);
    const own = [...persons.values()].map(({ username, department }) => [username, made.get(department)?.name]);
    expect(own).toEqual([["olivia", "Marketing"]]);
  });

  it.each([
    ["none", []],
    ["one without a name", [{ name: " " }]],
    ["two of one name", [{ name: "Studio" }, { name: "studio" }]],
    ["one with more than a name", [{ name: "Studio", head: "olivia" }]],
  ])("cannot bring departments along that are %s", async (_, departments) => {
    const { stranger, firstAdmin, directory } = await createTestApp({ isEmpty: true });
    const sent = { ...person, code: firstAdmin.code, departments };
    expect([400, 422]).toContain((await stranger.post("/api/auth/first-admin/", sent)).status);
    expect(directory.current().departments.size).toBe(0);
  });

  it("has ten tries at the code", async () => {
    const { stranger, firstAdmin } = await createTestApp({ isEmpty: true });
    const make = (code: string) => stranger.post("/api/auth/first-admin/", { ...person, code });
    for (let guess = 0; guess < 10; guess++) await make(`AAAA-BBBB-CCC${guess}`);
    expect((await make(firstAdmin.code)).body.error.code).toBe("wrong_code");
  });

  it("may fill the workspace with the demo, and be its admin", async () => {
    const { stranger, firstAdmin } = await createTestApp({ isEmpty: true });
    const sent = { ...person, username: "admin", code: firstAdmin.code, demo: true };
    expect((await stranger.post("/api/auth/first-admin/", sent)).status).toBe(201);
    const logIn = (username: string, password: string) => stranger.post("/api/auth/login/", { username, password });
    expect((await logIn("admin", person.password)).status).toBe(200);
    expect((await logIn("admin", demoPassword)).status).toBe(401);
    expect((await logIn("creative-1", demoPassword)).status).toBe(200);
  });

  it("is the demo's own admin under another name too: nobody gets in with the demo's password", async () => {
    const { stranger, firstAdmin, directory } = await createTestApp({ isEmpty: true });
    const sent = { ...person, code: firstAdmin.code, demo: true };
    expect((await stranger.post("/api/auth/first-admin/", sent)).status).toBe(201);
    const admins = [...directory.current().people.values()].filter(({ role }) => role === "admin");
    expect(admins.map(({ username, firstName }) => [username, firstName])).toEqual([["olivia", "Olivia"]]);
    const { password } = person;
    expect((await stranger.post("/api/auth/login/", { username: "olivia", password })).status).toBe(200);
    for (const username of ["admin", "olivia"]) {
      expect((await stranger.post("/api/auth/login/", { username, password: demoPassword })).status).toBe(401);
    }
  });

  it("has a name of their own in the demo", async () => {
    const { stranger, firstAdmin, sql } = await createTestApp({ isEmpty: true });
    const sent = { ...person, username: "Marketing-1", code: firstAdmin.code, demo: true };
    expect((await stranger.post("/api/auth/first-admin/", sent)).body.error.fields).toEqual({ username: "is taken" });
    expect(await sql`select from users`).toHaveLength(0);
  });

  it("gets the demo into an empty workspace only", async () => {
    const { stranger, firstAdmin, sql } = await createTestApp({ isEmpty: true });
    expect((await stranger.get("/api/auth/setup/")).body.is_empty).toBe(true);
    await stranger.post("/api/auth/register/", { ...person, username: "early-bird" });
    expect((await stranger.get("/api/auth/setup/")).body.is_empty).toBe(false);
    const make = (more: object) =>
      stranger.post("/api/auth/first-admin/", { ...person, code: firstAdmin.code, ...more });
    expect((await make({ demo: true })).body.error.code).toBe("not_empty");
    expect(await sql`select from tickets`).toHaveLength(0);
    expect((await make({ username: "Early-Bird" })).body.error.fields).toEqual({ username: "is taken" });
    expect((await make({})).status).toBe(201);
  });

  it("fills it once, however often it is asked at the same time", async () => {
    const { stranger, firstAdmin, sql } = await createTestApp({ isEmpty: true });
    const sent = { ...person, code: firstAdmin.code, demo: true };
    const answers = await Promise.all([1, 2, 3].map(() => stranger.post("/api/auth/first-admin/", sent)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await sql`select from tickets`).toHaveLength(5);
  });
});
