import { expect, test } from "../support/stage.ts";

test.describe("signing in", { tag: "@phone" }, () => {
  test("leads to the tickets one may read, and no others", async ({ signedIn }) => {
    const { page: sales } = await signedIn("sales-1");
    const tickets = sales.getByRole("region", { name: "Tickets" });
    await expect(tickets.getByRole("link", { name: "Partner portal: seasonal banner, three languages" })).toBeVisible();
    await expect(tickets.getByRole("link", { name: "Barista portraits, carousel of five" })).toHaveCount(0);
  });

  test("with a wrong password says so and stays", async ({ device }) => {
    const { page } = await device();
    await page.goto("/tickets");
    await page.getByLabel("Username").fill("sales-1");
    await page.getByLabel("Password", { exact: true }).fill("not-the-password");
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page.getByRole("alert")).toHaveText("Username and password do not match.");
    expect(new URL(page.url()).pathname).toBe("/login");
  });

  test("comes back to the address one wanted", async ({ device }) => {
    const { page } = await device();
    await page.goto("/settings");
    await expect(page.getByRole("button", { name: "Log in" })).toBeVisible();
    await page.getByLabel("Username").fill("creative-1");
    await page.getByLabel("Password", { exact: true }).fill("demo-password");
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  });
});
