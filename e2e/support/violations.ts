import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What a machine can tell of WCAG 2.2 AA that this page breaks: a rule and where, in words. */
export const violations = async (page: Page): Promise<string[]> => {
  const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`);
};
