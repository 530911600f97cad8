/** A new server, from the code in its terminal to the first page inside. */
import { test as base, expect, type Page } from "@playwright/test";
import { picture } from "../support/picture.ts";
import { createServerProcess, type ServerProcess } from "../support/server-process.ts";
import { violations } from "../support/violations.ts";

/** Nobody is there yet. */
const test = base.extend<{ server: ServerProcess; code: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off its pattern
  server: async ({}, use) => {
    const server = await createServerProcess();
    try {
      await server.start();
      await use(server);
    } finally {
      await server.dispose();
    }
  },
  code: async ({ server }, use) => {
    let code: string | undefined;
    await expect(() => {
      code = /with this code: ([A-Z0-9-]+)/.exec(server.output())?.[1];
      expect(code).toBeDefined();
    }).toPass();
    await use(code ?? "");
  },
});

const tag = ["@phone", "@tablet"];

const begin = async (page: Page, server: ServerProcess, code: string, username: string) => {
  await page.goto(`${server.url}/`);
  await expect(page.getByRole("heading", { name: "Set up Slate" })).toBeVisible();
  await page.getByLabel("One-time code").fill(code);
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password", { exact: true }).fill("a-fine-long-sentence");
  await page.getByRole("button", { name: "Next" }).click();
};

test("with departments of one's own", { tag }, async ({ page, server, code }) => {
  test.setTimeout(120_000);
  await begin(page, server, "AAAA-BBBB-CCCC", "olivia");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("radio", { name: "Start empty" }).check();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("heading", { name: "Your departments" })).toBeFocused();
  await page.getByRole("textbox", { name: "Department 2" }).fill("Studio");
  await page.getByRole("button", { name: "Add a department" }).click();
  await page.getByRole("textbox", { name: "Department 3" }).fill("Sales");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Create workspace" }).click();

  // A wrong code leads back to where it was typed, and nothing else has to be typed again.
  await expect(page.getByRole("alert")).toHaveText("This is not the code from the terminal.");
  await expect(page.getByLabel("Username")).toHaveValue("olivia");
  await page.getByLabel("One-time code").fill(code);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("textbox", { name: "Department 2" })).toHaveValue("Studio");
  await page.getByRole("button", { name: "Create workspace" }).click();

  await expect(page.getByRole("button", { name: "Sync status" })).toBeVisible();
  await page.goto(`${server.url}/settings`);
  await expect(page.getByText("Marketing · Admin")).toBeVisible();
  await page.goto(`${server.url}/setup`);
  await expect(page.getByRole("button", { name: "Sync status" })).toBeVisible();
});

test("with the example workspace", { tag }, async ({ page, server, code }) => {
  test.setTimeout(120_000);
  await begin(page, server, code, "olivia");
  await page.getByRole("radio", { name: "Start with an example workspace" }).check();
  await picture(page, "a-workspace-from-nothing");
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByRole("button", { name: "Sync status" })).toBeVisible({ timeout: 60_000 });
  await page.goto(`${server.url}/tickets`);
  await expect(page.getByRole("region", { name: "Tickets" }).getByText(/^\d\d tickets$/)).toBeVisible();
});
