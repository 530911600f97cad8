/** Which Chromium the browser tests run in. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const systemNames = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const macPaths = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/**
 * CHROMIUM_PATH, Playwright's own, one of the system's; null where none starts. A CHROMIUM_PATH that does not start is an
 * error rather than a reason to take another.
 */
export const findChromium = (): string | null => {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") {
    if (!starts(named)) throw new Error(`CHROMIUM_PATH ${named} does not start`);
    return named;
  }
  return [chromium.executablePath(), ...inPath(), ...macPaths].find(starts) ?? null;
};

const inPath = (): string[] =>
  (process.env.PATH ?? "").split(delimiter).flatMap((folder) => systemNames.map((name) => join(folder, name)));

/** A downloaded browser may lack libraries of the system; then it cannot even say its version. */
const starts = (path: string): boolean =>
  existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
