import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, describe, expect, it } from "vitest";
import type { AppEnv } from "./app-env.ts";
import { createStaticFiles } from "./static.ts";

const folder = mkdtempSync(join(tmpdir(), "slate-static-"));
mkdirSync(join(folder, "assets"));
writeFileSync(join(folder, "index.html"), "the page");
writeFileSync(join(folder, "assets/app-1a2b.js"), "the app");
afterAll(() => rmSync(folder, { recursive: true }));

const app = new Hono<AppEnv>({ strict: false });
app.all("*", createStaticFiles(folder));
const get = async (path: string, accept = "*/*") => {
  const answer = await app.request(`http://localhost${path}`, { headers: { accept } });
  return [answer.status, answer.status === 200 ? await answer.text() : ""];
};

describe("the web app's files", () => {
  it("are served at their one address, and the page at any a person may open", async () => {
    expect(await get("/assets/app-1a2b.js")).toEqual([200, "the app"]);
    expect(await get("/assets/%61pp-1a2b.js")).toEqual([200, "the app"]);
    expect(await get("/")).toEqual([200, "the page"]);
    expect(await get("/tickets/x", "text/html")).toEqual([200, "the page"]);
  });

  it.each([
    "//assets/app-1a2b.js",
    "/assets//app-1a2b.js",
    "/%2f%2fassets/app-1a2b.js",
    "/assets/..%2f..%2fpackage.json",
    "/assets/none.js",
    "/assets/a%00b.js",
    "/%ff",
  ])("are not there under %s: each spelling would be kept in memory anew", async (path) => {
    expect((await get(path))[0]).toBe(404);
  });
});
