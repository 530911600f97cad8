/** [I6] Every kind of request is written without a network, survives a reload half written, and arrives once. */
import type { Page } from "@playwright/test";
import { call, logIn } from "../support/rest.ts";
import { expect, test } from "../support/stage.ts";
import { description, pill, readyForOffline } from "../support/ticket-page.ts";

const shoot = async (page: Page): Promise<void> => {
  await page.getByLabel("Start").fill("2030-05-02T09:00");
  await page.getByLabel("End").fill("2030-05-02T17:00");
  await page.getByLabel("End").blur();
  await expect(page.getByText(/^Due .*17:00, when the shoot ends\.$/)).toBeVisible();
};

const addItem = (page: Page, name: string) =>
  page.getByRole("combobox", { name: "Add product" }).selectOption({ label: name });

const choose = (page: Page, name: string) => page.getByRole("radio", { name, exact: true }).check({ force: true });

/** What each type asks for beside a title, and what it says about the choice. */
const kinds: Record<string, (page: Page) => Promise<void>> = {
  socmed_posting: async (page) => {
    await page.getByRole("combobox", { name: "File format" }).selectOption("video_portrait");
    await expect(page.getByText("Criteria: Video")).toBeVisible();
  },
  website_banner: (page) => choose(page, "Image"),
  photoshoot: shoot,
  videoshoot: shoot,
  live_production: shoot,
  ads: async (page) => {
    await addItem(page, "Banner ad");
    await addItem(page, "Video ad");
    await page.getByRole("spinbutton", { name: "Quantity of Video ad" }).fill("3");
    await choose(page, "High");
    await expect(page.getByText("High: due 24 h after the last approval.")).toBeVisible();
  },
  telegram_channel: async (page) => {
    await addItem(page, "Channel post");
    await choose(page, "Image");
  },
};

/** From the last letter to the next thing a hand does. */
const handsMs = 700;

test("every request type, offline", { tag: "@phone" }, async ({ server, signedIn }, { project }) => {
  test.setTimeout(150_000);
  const { context, page } = await signedIn("marketing-1");
  await readyForOffline(page);
  await context.setOffline(true);
  for (const [type, fill] of Object.entries(kinds)) {
    const title = `${project.name} ${type}`;
    await page.goto("/tickets/new");
    await page.getByRole("button", { name: "Create ticket" }).click();
    await expect(page.getByRole("alert")).toContainText(/still missing/);
    await page.getByRole("combobox", { name: "Request type" }).selectOption(type);
    await page.getByRole("textbox", { name: "Title" }).fill(title);
    await description(page).click();
    await page.keyboard.type("Half a brief");
    // The device writes while one types; nobody reloads between two letters.
    await page.waitForTimeout(handsMs);
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue(title);
    await expect(description(page)).toContainText("Half a brief");
    await expect(page.getByRole("combobox", { name: "Request type" })).toHaveValue(type);
    await fill(page);
    await page.getByRole("button", { name: "Create ticket" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByText(/waiting to sync/).first()).toBeVisible();
  }
  await context.setOffline(false);
  await expect(pill(page)).toHaveText(/Saved/, { timeout: 30_000 });
  const { body } = await call<{ results: { title: string; status: string }[] }>(
    server.url,
    await logIn(server.url, "marketing-head"),
    "GET",
    `/tickets/?search=${project.name}&page_size=50`,
  );
  const arrived = body.results.filter(({ title }) => title.startsWith(project.name));
  expect(arrived.map(({ title }) => title).sort()).toEqual(
    Object.keys(kinds)
      .map((type) => `${project.name} ${type}`)
      .sort(),
  );
  expect(new Set(arrived.map(({ status }) => status))).toEqual(new Set(["requested"]));
});

test("a new ticket without a word leaves nothing behind", { tag: ["@phone"] }, async ({ signedIn }) => {
  const { page } = await signedIn("marketing-1");
  const drafts = page.getByRole("link", { name: "No title yet" });
  const before = await drafts.count();
  await page.goto("/tickets/new?type=ads");
  await expect(page.getByRole("combobox", { name: "Request type" })).toHaveValue("ads");
  await description(page).click();
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Request type" })).toHaveValue("ads");
  await page.getByRole("button", { name: "Close" }).click();
  await page.goto("/tickets");
  await expect(page.getByRole("region", { name: "Tickets" }).getByText(/^\d+ tickets$/)).toBeVisible();
  await expect(drafts).toHaveCount(before);
});

test(
  "what was begun is offered again; a title says when it is full",
  { tag: ["@phone"] },
  async ({ signedIn }, { project }) => {
    const { page } = await signedIn("sales-1");
    const name = `Half a thought at the ${project.name}`;
    const title = page.getByRole("textbox", { name: "Title" });
    await page.goto("/tickets/new");
    await title.fill(name);
    await expect(page).toHaveURL(/draft=/);
    await page.getByRole("button", { name: "Close" }).click();
    await page.goto("/tickets/new");
    await expect(page.getByText(`You have begun “${name}”.`)).toBeVisible();
    await page.getByRole("link", { name: "Continue it" }).click();
    await expect(title).toHaveValue(name);
    await title.fill("x".repeat(200));
    await expect(page.getByText("At most 200 characters.")).toBeVisible();
  },
);
