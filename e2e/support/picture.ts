/** Pictures of stories for docs/pictures/stories/, taken where `PICTURES` is set: `PICTURES=1 npm run e2e`. */
import { join } from "node:path";
import { type Page, test } from "@playwright/test";

const folder = join(import.meta.dirname, "../../docs/pictures/stories");

export const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.PICTURES === undefined) return;
  await page.screenshot({ path: join(folder, `${name}-${test.info().project.name}.png`), animations: "disabled" });
};
