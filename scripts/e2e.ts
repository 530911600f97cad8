/** `npm run e2e [-- Playwright's arguments]`: the browser tests on an up-to-date build. */
import { build } from "./build.js";
import { ensureChromium } from "./ensure-chromium.ts";
import { packageProgram, runStep } from "./step.ts";

await build();
const chromium = await ensureChromium();
if (chromium === null) throw new Error("There is no Chromium and none could be installed; set CHROMIUM_PATH.");
const args = [packageProgram("@playwright/test/cli.js"), "test", ...process.argv.slice(2)];
const { ok } = await runStep(process.execPath, args, { minutes: 30, env: { CHROMIUM_PATH: chromium } });
process.exitCode = ok ? 0 : 1;
