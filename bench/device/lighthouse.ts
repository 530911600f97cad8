/** D8: Lighthouse's own mobile settings, on a browser that is signed in. Fetched by npx: it is needed nowhere else. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { demoPassword } from "../../e2e/support/rest.ts";
import { createServerProcess, freePort } from "../../e2e/support/server-process.ts";
import { findChromium } from "../../scripts/find-chromium.ts";

const lighthouse = "lighthouse@12.8.2";

export interface Scores {
  page: string;
  /** Each of 100. */
  performance: number;
  accessibility: number;
  bestPractices: number;
}

export const lighthouseScores = async (): Promise<Scores[]> => {
  const profile = mkdtempSync(join(tmpdir(), "slate-lighthouse-"));
  const port = await freePort();
  const server = await createServerProcess({ DEMO: "true" });
  await server.start();
  const executablePath = findChromium() ?? undefined;
  const args = [`--remote-debugging-port=${port}`];
  const context = await chromium.launchPersistentContext(profile, { executablePath, args, baseURL: server.url });
  try {
    const signIn = await scoresOf("sign-in", `${server.url}/login`, port);
    const page = await context.newPage();
    await page.goto("/login?next=%2Ftickets");
    await page.getByLabel("Username").fill("creative-head");
    await page.getByLabel("Password", { exact: true }).fill(demoPassword);
    await page.getByRole("button", { name: "Log in" }).click();
    await page.locator(".pill-saved").waitFor();
    const ticket = await page.locator("a[data-ticket]").first().getAttribute("href");
    await page.goto("about:blank");
    const list = await scoresOf("list", `${server.url}/tickets`, port);
    return [signIn, list, await scoresOf("ticket", `${server.url}${ticket}`, port)];
  } finally {
    await context.close();
    await server.dispose();
    rmSync(profile, { recursive: true, force: true });
  }
};

interface Report {
  categories: Record<"performance" | "accessibility" | "best-practices", { score: number }>;
}

const scoresOf = async (page: string, url: string, port: number): Promise<Scores> => {
  const ask = ["--yes", lighthouse, url, `--port=${port}`, "--output=json", "--quiet", "--disable-storage-reset"];
  const only = "--only-categories=performance,accessibility,best-practices";
  const { stdout } = await promisify(execFile)("npx", [...ask, only], { maxBuffer: 1e8 });
  const { categories } = JSON.parse(stdout) as Report;
  const points = (score: number) => Math.round(score * 100);
  return {
    page,
    performance: points(categories.performance.score),
    accessibility: points(categories.accessibility.score),
    bestPractices: points(categories["best-practices"].score),
  };
};
