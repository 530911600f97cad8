import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/find-chromium.ts";

/**
 * Stories in real browsers against the built server. Every story runs at a desk, unless tagged @only-phone; those tagged
 * @phone and @tablet run there too. Each worker has a server of its own (e2e/support/stage.ts).
 */
export default defineConfig({
  testDir: "e2e/stories",
  outputDir: "test-results",
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  use: {
    launchOptions: { executablePath: findChromium() ?? undefined },
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    // Recording costs a fifth of the time: `TRACE=1` where a failure is hard to see.
    trace: process.env.TRACE === undefined ? "off" : "retain-on-failure",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "phone", grep: /@phone/, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: "tablet", grep: /@tablet/, use: { viewport: { width: 820, height: 1180 }, hasTouch: true } },
    { name: "desktop", grepInvert: /@only-phone/, use: { viewport: { width: 1440, height: 900 } } },
  ],
});
