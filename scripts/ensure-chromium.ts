import { findChromium } from "./find-chromium.ts";
import { packageProgram, runStep } from "./step.ts";

/** Finds a Chromium or installs one, saying so. The answer is its path, or null where nothing helped. */
export const ensureChromium = async (): Promise<string | null> => {
  const found = findChromium();
  if (found !== null) return found;
  for (const { what, program, args } of ways) {
    console.log(`No Chromium found; installing one: ${what}`);
    await runStep(program, args, { minutes: 10, env: { DEBIAN_FRONTEND: "noninteractive" } });
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  return null;
};

/** Debian's package is tried second: it needs root, but also brings the libraries that Playwright's download may lack. */
const ways = [
  {
    what: "npx playwright install chromium",
    program: process.execPath,
    args: [packageProgram("@playwright/test/cli.js"), "install", "chromium"],
  },
  {
    what: "apt-get update && apt-get install -y chromium",
    program: "sh",
    args: [
      "-c",
      'if [ "$(id -u)" = 0 ]; then run=; else run="sudo -n"; fi; $run apt-get update && $run apt-get install -y chromium',
    ],
  },
];
