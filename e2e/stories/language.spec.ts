import { expect, test } from "../support/stage.ts";

test.describe("the language", { tag: "@phone" }, () => {
  test("is chosen in Settings and stays, also without a network", async ({ signedIn }) => {
    const { page, context } = await signedIn("creative-1");
    await page.goto("/settings");
    await page.getByRole("radio", { name: "Filipino" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "fil");
    await expect(page.getByRole("heading", { name: "Wika" })).toBeVisible();
    // Its words are kept for offline use like the rest of the app.
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole("heading", { name: "Wika" })).toBeVisible();
    await page.getByRole("radio", { name: "English" }).click();
    await expect(page.getByRole("heading", { name: "Language" })).toBeVisible();
  });

  test("is the browser's where nobody has chosen", async ({ device }) => {
    const { page } = await device({ locale: "fil-PH" });
    await page.goto("/login");
    await expect(page.locator("html")).toHaveAttribute("lang", "fil");
  });
});
