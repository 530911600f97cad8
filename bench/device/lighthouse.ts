/** D8: Lighthouse's own mobile settings, on a browser that is signed in. Fetched by npx: it is needed nowhere else. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type BrowserContext, chromium } from "@playwright/test";
import { demoPassword } from "../../e2e/support/rest.ts";
import { createServerProcess, freePort } from "../../e2e/support/server-process.ts";
import { findChromium } from "../../scripts/find-chromium.ts";

const lighthouse = "lighthouse@12.8.2";
const settleMs = 4_000;
/** Lighthouse's own advice against the noise of a machine: five runs, the median one. */
const runs = 5;
/** It loses the start of a page now and then, and says so. */
const lostRuns = 3;

export interface Scores {
  page: string;
  /** Each of 100. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  /** How fast Lighthouse found this machine; it divides by four whatever this says. */
  benchmarkIndex: number;
}

export const lighthouseScores = async (): Promise<Scores[]> => {
  const profile = mkdtempSync(join(tmpdir(), "slate-lighthouse-"));
  const server = await createServerProcess({ DEMO: "true" });
  await server.start();
  const once = (page: string, path: string) =>
    withBrowser(profile, (_, port) => scoresOf(page, `${server.url}${path}`, port));
  const scores = async (page: string, path: string): Promise<Scores> => {
    const all: Scores[] = [];
    for (let lost = 0; all.length < runs; ) {
      try {
        all.push(await once(page, path));
      } catch (error) {
        if (++lost > lostRuns) throw error;
      }
    }
    return median(all);
  };
  try {
    const signIn = await scores("sign-in", "/login");
    const ticket = await withBrowser(profile, (context) => signInAndDownload(context, server.url));
    return [signIn, await scores("list", "/tickets"), await scores("ticket", ticket)];
  } finally {
    await server.dispose();
    rmSync(profile, { recursive: true, force: true });
  }
};

const median = (all: Scores[]): Scores => {
  const middle = all.sort((one, other) => one.performance - other.performance)[Math.floor(all.length / 2)];
  if (middle === undefined) throw new Error("Lighthouse was never run.");
  return middle;
};

/** Each visit is a browser opened anew on the same device: what an earlier page has left in its memory is not measured. */
const withBrowser = async <Value>(
  profile: string,
  visit: (context: BrowserContext, port: number) => Promise<Value>,
): Promise<Value> => {
  const port = await freePort();
  const executablePath = findChromium() ?? undefined;
  const args = [`--remote-debugging-port=${port}`];
  const context = await chromium.launchPersistentContext(profile, { executablePath, args });
  try {
    return await visit(context, port);
  } finally {
    await context.close();
  }
};

/** Answers with the address of a ticket. */
const signInAndDownload = async (context: BrowserContext, origin: string): Promise<string> => {
  const page = await context.newPage();
  await page.goto(`${origin}/login?next=%2Ftickets`);
  await page.getByLabel("Username").fill("creative-head");
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.locator(".pill-saved").waitFor();
  const row = page.locator("a[data-ticket]").first();
  await row.waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  // So long, at most, until everything is on the device and searched through.
  await page.waitForTimeout(settleMs);
  return (await row.getAttribute("href")) ?? "/tickets";
};

interface Report {
  environment: { benchmarkIndex: number };
  categories: Record<"performance" | "accessibility" | "best-practices", { score: number }>;
}

const scoresOf = async (page: string, url: string, port: number): Promise<Scores> => {
  const ask = ["--yes", lighthouse, url, `--port=${port}`, "--output=json", "--quiet", "--disable-storage-reset"];
  const only = "--only-categories=performance,accessibility,best-practices";
  const { stdout } = await promisify(execFile)("npx", [...ask, only], { maxBuffer: 1e8 });
  const { categories, environment } = JSON.parse(stdout) as Report;
  const points = (score: number) => Math.round(score * 100);
  return {
    page,
    performance: points(categories.performance.score),
    accessibility: points(categories.accessibility.score),
    bestPractices: points(categories["best-practices"].score),
    benchmarkIndex: Math.round(environment.benchmarkIndex),
  };
};
