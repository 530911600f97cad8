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
});
