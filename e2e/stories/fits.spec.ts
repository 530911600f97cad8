/** Every screen on the smallest phone, with text twice as large, for a thumb, and for whom motion makes unwell. */
import type { Page } from "@playwright/test";
import { makeTicket } from "../support/make-ticket.ts";
import { expect, test } from "../support/stage.ts";
import { description } from "../support/ticket-page.ts";

const onPhone = { tag: ["@phone", "@only-phone"] };
const targetPx = 44;

const screens = async (url: string) => {
  const ticket = await makeTicket(url, { title: "Fits", description: "Words.", status: "in_progress" });
  return ["/", "/work", "/approvals", "/tickets", "/tickets/new", `/tickets/${ticket}`, "/settings"];
};

/** What `look` finds wrong, screen by screen. */
const problems = async (page: Page, paths: readonly string[], look: () => Promise<string[]>) => {
  const found: Record<string, string[]> = {};
  for (const path of paths) {
    await opened(page, path);
    const wrong = await look();
    if (wrong.length > 0) found[path] = wrong;
  }
  return found;
};

const opened = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await expect(page.getByRole("button", { name: "Sync status" })).toBeVisible();
  if (/\/tickets\/[0-9a-f]/.test(path)) await expect(description(page)).toBeVisible();
};

test(
  "twice as large at 320 px nothing is cut off and nothing scrolls sideways",
  onPhone,
  async ({ server, signedIn }) => {
    test.setTimeout(120_000);
    const { page } = await signedIn("creative-head", { viewport: { width: 320, height: 640 } });
    const look = async () => {
      await page.addStyleTag({ content: "html { font-size: 200% }" });
      return page.evaluate(cutOff);
    };
    expect(await problems(page, await screens(server.url), look)).toEqual({});
  },
);

test("what a thumb can press is large enough", onPhone, async ({ server, signedIn }) => {
  test.setTimeout(120_000);
  const { page } = await signedIn("creative-head");
  const look = () => page.evaluate(tooSmall, targetPx);
  expect(await problems(page, await screens(server.url), look)).toEqual({});
});

test("nothing moves for those who asked for it", onPhone, async ({ server, signedIn }) => {
  test.setTimeout(120_000);
  const { page } = await signedIn("creative-head", { reducedMotion: "reduce" });
  const look = () => page.evaluate(moving);
  expect(await problems(page, await screens(server.url), look)).toEqual({});
});

/** Runs in the page: what is wider than the screen, and text that is cut without a sign. */
const cutOff = (): string[] => {
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.className} ${element.textContent?.trim().slice(0, 30)}`;
  const all = [...document.body.querySelectorAll<HTMLElement>("*")].filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility();
  });
  const scrolls = (element: HTMLElement) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const isWide = (element: HTMLElement) => element.getBoundingClientRect().right > innerWidth + 1;
  const wide = document.documentElement.scrollWidth > innerWidth ? all.filter(isWide).slice(0, 5) : [];
  const cut = all.filter((element) => {
    const style = getComputedStyle(element);
    const isClipping = /hidden|clip/.test(style.overflowX) && style.textOverflow !== "ellipsis" && !scrolls(element);
    return isClipping && element.scrollWidth > element.clientWidth + 1;
  });
  return [...wide.map((element) => `wide: ${name(element)}`), ...cut.map((element) => `cut: ${name(element)}`)];
};

/** Runs in the page: buttons, links and fields smaller than `px`; links within a sentence may be as small as its letters. */
const tooSmall = (px: number): string[] =>
  [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [role=option]")]
    .filter((element) => element.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true }))
    .map((element) => {
      // A link may reach over the whole row it stands in.
      const isStretched = getComputedStyle(element, "::after").position === "absolute";
      return { element, area: (isStretched ? element.offsetParent : element.closest("label")) ?? element };
    })
    .filter(({ element, area }) => {
      const { width, height } = area.getBoundingClientRect();
      const isInSentence = getComputedStyle(element).display === "inline" && element.tagName === "A";
      const isAside = width <= 1 || height <= 1;
      return !isAside && !isInSentence && (width < px - 0.5 || height < px - 0.5);
    })
    .map(({ element, area }) => {
      const { width, height } = area.getBoundingClientRect();
      const name = element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 30) ?? "";
      return `${element.tagName.toLowerCase()}.${element.className} '${name}' ${Math.round(width)} × ${Math.round(height)}`;
    });

/** Runs in the page: everything that would slide or fade. */
const moving = (): string[] => {
  const seconds = (durations: string) => Math.max(...durations.split(",").map((one) => Number.parseFloat(one)));
  const running = document.getAnimations().map((animation) => `runs: ${animation.constructor.name}`);
  const styled = [...document.body.querySelectorAll("*")]
    .filter((element) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
      return seconds(transitionDuration) > 0.001 || (animationName !== "none" && seconds(animationDuration) > 0.001);
    })
    .map((element) => `styled: ${element.tagName.toLowerCase()}.${element.className}`);
  return [...running, ...styled];
};
