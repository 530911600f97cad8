/** What every route does with requests it should not get: one table, so that a new route without a row fails. */
import { describe, expect, it, vi } from "vitest";
import { people } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { createTestApp } from "../testing/test-app.ts";

const server = await createTestApp();
const id = "01a20a6b-22bd-79d3-a966-b9cccf836fff";

/** Every route of the REST interface. `open`: nobody has to be signed in. */
const routes: { method: string; path: string; open?: true; body?: true }[] = [
  { method: "GET", path: "/api/health", open: true },
  { method: "GET", path: "/api/auth/setup", open: true },
  { method: "POST", path: "/api/auth/first-admin", open: true, body: true },
  { method: "POST", path: "/api/auth/login", open: true, body: true },
  { method: "POST", path: "/api/auth/register", open: true, body: true },
  { method: "POST", path: "/api/auth/refresh", body: true },
  { method: "POST", path: "/api/auth/logout" },
  { method: "GET", path: "/api/auth/me" },
  { method: "PATCH", path: "/api/auth/me", body: true },
  { method: "POST", path: "/api/auth/change-password", body: true },
  { method: "GET", path: "/api/auth/sessions" },
  { method: "DELETE", path: "/api/auth/sessions", body: true },
  { method: "GET", path: "/api/users" },
  { method: "GET", path: "/api/departments" },
  { method: "GET", path: "/api/products" },
  { method: "GET", path: "/api/users/manage" },
  { method: "POST", path: "/api/users/:id/approve", body: true },
  { method: "GET", path: "/api/tickets" },
  { method: "POST", path: "/api/tickets", body: true },
  { method: "GET", path: "/api/tickets/:id" },
  { method: "POST", path: "/api/tickets/:id/approve", body: true },
  { method: "POST", path: "/api/tickets/:id/reject", body: true },
  { method: "POST", path: "/api/tickets/:id/assign", body: true },
  { method: "POST", path: "/api/tickets/:id/start", body: true },
  { method: "POST", path: "/api/tickets/:id/complete", body: true },
  { method: "POST", path: "/api/tickets/:id/confirm", body: true },
  { method: "POST", path: "/api/tickets/:id/request_revision", body: true },
  { method: "GET", path: "/api/tickets/:id/writers" },
  { method: "GET", path: "/api/tickets/:id/comments" },
  { method: "POST", path: "/api/tickets/:id/comments", body: true },
];
const writes = routes.filter(({ method }) => method !== "GET");
const withBody = routes.filter(({ body }) => body === true);
const titled = (list: typeof routes) => list.map((route) => [`${route.method} ${route.path}`, route] as const);
const pathOf = ({ path }: { path: string }) => path.replace(":id", id);

/** The bulk and feed routes have tests of their own beside the sync core. */
const elsewhere = new Set(["/api/sync", "/api/sync/", "/api/feed", "/api/feed/"]);

const expectError = (answer: { status: number; body: unknown; text: string }, status: number, code: string) => {
  expect([answer.status, answer.text === "" ? "" : answer.body]).toEqual([
    status,
    { error: expect.objectContaining({ code, message: expect.stringMatching(/\w/) }) },
  ]);
  expect(answer.text).not.toMatch(/node_modules|\bat .*\.ts:|select |insert /);
};

it("every route has a row here", () => {
  const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  const registered = server.app.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/") && !elsewhere.has(path))
    .map(({ method, path }) => `${method} ${path}`);
  expect(new Set(registered)).toEqual(known);
});

describe("signed out", () => {
  it.each(titled(routes.filter(({ open }) => open !== true)))("%s asks to sign in", async (_, route) => {
    const body = route.method === "GET" ? undefined : {};
    expectError(await server.send(route.method, pathOf(route), body, {}), 401, "signed_out");
    const headers = { authorization: "Bearer abcdefghijklmnop" };
    expectError(await server.send(route.method, `${pathOf(route)}/`, body, headers), 401, "signed_out");
  });
});

const admin = await server.sessions.create(people.admin.id, { userAgent: "", address: "" });
const token = { authorization: `Bearer ${admin.secret}` };
const cookie = { cookie: `slate-session=${admin.secret}` };

/** Each session may write only so often a minute. */
const freshToken = async () => {
  const { secret } = await server.sessions.create(people.admin.id, { userAgent: "", address: "" });
  return { authorization: `Bearer ${secret}` };
};

describe("a body", () => {
  it.each(titled(withBody.filter(({ path }) => path !== "/api/auth/logout")))(
    "of %s must be JSON",
    async (_, route) => {
      for (const body of ["{", "nonsense", '{"a":', "\u0000"]) {
        expectError(await server.send(route.method, pathOf(route), body, await freshToken()), 400, "malformed");
      }
    },
  );
  it.each(titled(withBody))("of %s must be an object of known fields", async (_, route) => {
    for (const body of ["[]", "1", "null", '"text"', '{"__proto__": {"role": "admin"}, "nonsense": 1}']) {
      expectError(await server.send(route.method, pathOf(route), body, await freshToken()), 400, "invalid");
    }
  });
  it.each(titled(withBody))("of %s may not be huge", async (_, route) => {
    const body = JSON.stringify({ text: "x".repeat(limits.bodyBytes) });
    expectError(await server.send(route.method, pathOf(route), body, await freshToken()), 413, "too_large");
    const declared = { ...(await freshToken()), "content-length": String(limits.bodyBytes + 1) };
    expectError(await server.send(route.method, pathOf(route), "{}", declared), 413, "too_large");
  });
});

describe("[T4] from elsewhere", () => {
  const json = { "content-type": "application/json" };
  const foreign: [string, Record<string, string>][] = [
    ["a foreign page", { ...json, "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["a page of a sister site", { ...json, "sec-fetch-site": "same-site", origin: "https://other.slate.example" }],
    ["a foreign origin, with no word of the browser", { ...json, origin: "https://evil.example" }],
    ["an origin of nobody", { ...json, origin: "null" }],
    ["a look-alike", { ...json, origin: "http://localhost.evil.example" }],
    ["a cookie alone", json],
    ["a form", { "content-type": "text/plain", "sec-fetch-site": "same-origin", origin: "http://localhost" }],
    ["a form of our own", { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" }],
    ["no content type", { "content-type": "", "sec-fetch-site": "same-origin" }],
  ];
  it.each(titled(writes))("%s is refused", async (_, route) => {
    for (const [name, headers] of foreign) {
      // A DELETE cannot come from a form.
      if (route.method === "DELETE" && headers["sec-fetch-site"] === "same-origin") continue;
      const answer = await server.send(route.method, pathOf(route), "{}", { host: "localhost", ...cookie, ...headers });
      expect([name, answer.status, answer.body.error.code]).toEqual([
        name,
        ...(headers["sec-fetch-site"] === "same-origin" ? [400, "json_expected"] : [403, "foreign_origin"]),
      ]);
    }
  });

  it("our own page and programs with a token are let through", async () => {
    const body = { username: "nobody", password: "x" };
    const login = (headers: Record<string, string>) => server.send("POST", "/api/auth/login", body, headers);
    expect(
      (await login({ "sec-fetch-site": "same-origin", origin: "http://localhost", host: "localhost", ...cookie }))
        .status,
    ).toBe(401);
    expect((await login({ origin: "http://localhost:3650", host: "localhost:3650", ...cookie })).status).toBe(401);
    expect((await server.send("PATCH", "/api/auth/me", {}, token)).status).toBe(200);
  });

  it("listed origins may use a token, never the cookie", async () => {
    const listed = await createTestApp({ config: { corsAllowedOrigins: ["https://tools.example"] } });
    const { secret } = await listed.sessions.create(people["sales-1"].id, {
      userAgent: "",
      address: "",
    });
    const from = { origin: "https://tools.example", "sec-fetch-site": "cross-site" };
    const withToken = await listed.send("PATCH", "/api/auth/me", {}, { ...from, authorization: `Bearer ${secret}` });
    expect([withToken.status, withToken.headers.get("access-control-allow-origin")]).toEqual([200, from.origin]);
    expect(withToken.headers.get("access-control-allow-credentials")).toBeNull();
    const withCookie = await listed.send("PATCH", "/api/auth/me", {}, { ...from, cookie: `slate-session=${secret}` });
    expect(withCookie.status).toBe(403);
    const preflight = await listed.app.request("/api/tickets", { method: "OPTIONS", headers: from });
    expect([preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([
      204,
      "authorization, content-type, idempotency-key",
    ]);
  });
});

describe("[T24] headers", () => {
  it.each(["/api/health", "/api/tickets", "/api/nothing", "/", "/tickets/x", "/assets/none.js", "/metrics"])(
    "of %s",
    async (path) => {
      const { headers } = await server.send("GET", path, undefined, {});
      expect(headers.get("content-security-policy")).toMatch(
        /^default-src 'self'; script-src 'self'; .*object-src 'none'; base-uri 'none'; .*frame-ancestors 'none'$/,
      );
      expect(headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe/);
      expect(
        Object.fromEntries(
          [...headers].filter(
            ([name]) => name.startsWith("x-") || name.startsWith("cross-") || name === "referrer-policy",
          ),
        ),
      ).toEqual({
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
      });
      if (path.startsWith("/api/")) expect(headers.get("cache-control")).toBe("no-store");
    },
  );
});

describe("trouble", () => {
  it("[T44] inside is told in general, with the request's number", async () => {
    const broken = await createTestApp();
    const { secret } = await broken.sessions.create(people["sales-1"].id, {
      userAgent: "",
      address: "",
    });
    await broken.sql`alter table users rename column email to mail`;
    const headers = { authorization: `Bearer ${secret}` };
    const answer = await broken.send("GET", "/api/auth/me", undefined, headers);
    expectError(answer, 500, "internal");
    expect(answer.body.error.message).toMatch(/\(request [0-9a-f-]{36}\)/);
  });

  it("[T41] with the database is told as such; health too", async () => {
    const locked = await createTestApp();
    expect((await locked.stranger.get("/api/health")).body).toEqual({
      status: "ok",
      database: "ok",
      version: expect.any(String),
    });
    await locked.sql.begin(async (transaction) => {
      await transaction`lock table users`;
      const startedAt = performance.now();
      expectError(await locked.stranger.post("/api/auth/login", { username: "x", password: "x" }), 503, "unavailable");
      expect(performance.now() - startedAt).toBeLessThan(limits.lockMs + 1500);
    });
  });

  it("[T39] too many writes wait a minute", async () => {
    const { secret } = await server.sessions.create(people["sales-1"].id, {
      userAgent: "",
      address: "",
    });
    const client = server.client({ authorization: `Bearer ${secret}` });
    vi.useFakeTimers({ toFake: ["Date"] });
    const statuses = [];
    for (let write = 0; write < limits.writesPerMinute + 3; write++)
      statuses.push((await client.patch("/api/auth/me", {})).status);
    expect(statuses.slice(0, limits.writesPerMinute).every((status) => status === 200)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    expect((await client.get("/api/auth/me")).status).toBe(200);
    vi.setSystemTime(Date.now() + 60_000);
    expect((await client.patch("/api/auth/me", {})).status).toBe(200);
    vi.useRealTimers();
  });
});

describe("metrics", () => {
  it("are for the machine itself and for admins with a token", async () => {
    expect((await server.stranger.get("/metrics")).status).toBe(404);
    const { text } = await server.send("GET", "/metrics", undefined, token);
    expect(text).toContain("slate_http_requests_total{");
    expect((await server.send("GET", "/metrics", undefined, cookie)).status).toBe(404);
  });
});
