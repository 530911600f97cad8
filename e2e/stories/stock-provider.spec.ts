/** [I1] [I4] Somebody's own program, with the stock y-websocket client, writes with people who use the app. */
import type { Page } from "@playwright/test";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { people } from "../../shared/sample-world.ts";
import { makeTicket } from "../support/make-ticket.ts";
import { expect, test } from "../support/stage.ts";
import { everSeen, joinAnew, look, openStock } from "../support/stock-client.ts";
import { comment, description, openTicket, pill, writeAtEnd } from "../support/ticket-page.ts";

/** In progress: the collaborator may write the description and comment, but no field, and nobody's status. */
const wanted = {
  title: "Written by a program too",
  description: "Begin.",
  status: "in_progress",
  assignee: "creative-1",
  collaborators: ["creative-2"],
} as const;
const forgedMark = "FORGED";

test("their words and ours are in one description", async ({ server, signedIn, device }) => {
  const ticket = await makeTicket(server.url, { ...wanted, collaborators: [...wanted.collaborators] });
  const { page: app } = await signedIn("creative-1");
  await openTicket(app, ticket);
  await expect(description(app)).toContainText("Begin.");
  const stock = await openStock(await device(), "creative-2", ticket);

  await stock.evaluate(() => window.stock.write("From a program. "));
  await expect(description(app)).toContainText("From a program. Begin.");
  await writeAtEnd(app, " From the app.");
  await expect.poll(async () => (await look(stock)).description).toContain("From the app.");

  // Both at once, in the same paragraph.
  const typing = writeAtEnd(app, " While it types, so does the program.");
  for (let i = 0; i < 20; i++) {
    await stock.evaluate((n) => window.stock.write(`${n} `), i);
    await stock.waitForTimeout(20);
  }
  await typing;
  for (const words of ["While it types, so does the program.", "19 18 17", "From the app."]) {
    await expect(description(app)).toContainText(words);
    await expect.poll(async () => (await look(stock)).description).toContain(words);
  }
  await expect(pill(app)).toHaveText(/Saved/);
  expect(await stock.evaluate(() => window.stock.closes)).toEqual([]);
});

interface ForbiddenWrite {
  name: string;
  write: (stock: Page, facts: { commentId: string; head: string; mark: string }) => Promise<void>;
}

const writes: ForbiddenWrite[] = [
  {
    name: "the status",
    write: (stock) => stock.evaluate(() => void window.stock.doc.getMap("state").set("status", "completed")),
  },
  {
    name: "a field of the brief",
    write: (stock, facts) =>
      stock.evaluate(({ mark }) => void window.stock.doc.getMap("fields").set("title", mark), facts),
  },
  {
    name: "another's comment, edited",
    write: (stock, facts) =>
      stock.evaluate(({ commentId, mark }) => {
        const comments = window.stock.doc.getMap("comments");
        comments.set(commentId, { ...(comments.get(commentId) as object), body: mark });
      }, facts),
  },
  {
    name: "another's comment, deleted",
    write: (stock, facts) =>
      stock.evaluate(({ commentId }) => window.stock.doc.getMap("comments").delete(commentId), facts),
  },
  {
    name: "a comment in another's name",
    write: (stock, facts) =>
      stock.evaluate(({ head, mark }) => {
        const forged = { author: head, body: mark, parent: null, createdAt: new Date().toISOString() };
        window.stock.doc.getMap("comments").set(crypto.randomUUID(), forged);
      }, facts),
  },
];

test("what they may not write is seen by nobody, and is put back for them", async ({ server, signedIn, device }) => {
  const ticket = await makeTicket(server.url, { ...wanted, collaborators: [...wanted.collaborators] });
  const { page: app } = await signedIn("creative-1");
  await openTicket(app, ticket);
  await comment(app, "Keep it blue");
  await expect(pill(app)).toHaveText(/Saved/);
  const stock = await openStock(await device(), "creative-2", ticket);
  const third = await openStock(await device(), "creative-head", ticket);
  const before = await look(third);
  const [commentId = ""] = Object.keys(before.maps.comments ?? {});
  expect(before.maps.comments?.[commentId]).toMatchObject({ body: "Keep it blue" });
  const shown = await watchWhatIsShown(app);

  let different = 1;
  for (const { name, write } of writes) {
    await write(stock, { commentId, head: people["creative-head"].id, mark: forgedMark });
    await expect.poll(() => look(stock), name).toEqual(before);
    // It did stand there, on its own screen, until the answer came.
    const own = (await everSeen(stock)).map((state) => JSON.stringify(state));
    expect([name, new Set(own).size]).toEqual([name, ++different]);
  }
  expect(await stock.evaluate(() => window.stock.closes)).toEqual([]);

  // It still takes part. What came before these words has come, too.
  await stock.evaluate(() => window.stock.write("Honest again. "));
  await expect(description(app)).toContainText("Honest again. Begin.");
  await expect.poll(async () => (await look(third)).description).toContain("Honest again. Begin.");
  const states = await everSeen(third);
  expect(states.length).toBeGreaterThan(writes.length);
  for (const { maps } of states) expect(maps).toEqual(before.maps);
  const texts = await shown();
  for (const text of texts) {
    expect(text).toContain("Keep it blue");
    expect(text).not.toContain(forgedMark);
    expect(countOf("Completed", text)).toBe(countOf("Completed", texts[0] ?? ""));
  }
  // Who comes now gets from the server what it holds.
  await joinAnew(third, ticket);
  expect(await look(third)).toEqual(await look(stock));
});

test("bytes in another's name: that connection ends for good, a new document goes on", async ({
  server,
  signedIn,
  device,
}) => {
  const ticket = await makeTicket(server.url, { ...wanted, collaborators: [...wanted.collaborators] });
  const { page: app } = await signedIn("creative-1");
  await openTicket(app, ticket);
  await expect(description(app)).toContainText("Begin.");
  await writeAtEnd(app, " Mine.");
  await expect(pill(app)).toHaveText(/Saved/);
  const stock = await openStock(await device(), "creative-2", ticket);
  const third = await openStock(await device(), "creative-head", ticket);
  const before = await look(third);
  expect(before.description).toContain("Begin. Mine.");
  const shown = await watchWhatIsShown(app);

  await stock.evaluate((mark) => window.stock.forge(`${mark} `), forgedMark);
  const closes = () => stock.evaluate(() => window.stock.closes);
  await expect.poll(closes).toEqual([closeCodes.foreignClientId]);
  // y-websocket takes that for an answer. The refused bytes stay in its document, so coming back with it changes nothing.
  await stock.waitForTimeout(3_000);
  expect(await closes()).toEqual([closeCodes.foreignClientId]);
  await stock.evaluate(() => window.stock.provider.connect());
  await expect.poll(closes).toEqual([closeCodes.foreignClientId, closeCodes.foreignClientId]);
  expect((await look(stock)).description).toContain(forgedMark);

  await joinAnew(stock, ticket);
  expect(await look(stock)).toEqual(before);
  await stock.evaluate(() => window.stock.write("Honest again. "));
  await expect(description(app)).toContainText("Honest again. Begin. Mine.");
  await expect.poll(() => look(third)).toEqual(await look(stock));
  for (const state of await everSeen(third)) expect(JSON.stringify(state)).not.toContain(forgedMark);
  for (const text of await shown()) expect(text).not.toContain(forgedMark);
});

/** All that was ever on the screen from now on. */
const watchWhatIsShown = async (page: Page): Promise<() => Promise<string[]>> => {
  await page.evaluate(() => {
    const shown = [document.body.innerText];
    const look = () => shown.push(document.body.innerText);
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { shown });
  });
  return () => page.evaluate(() => (window as unknown as { shown: string[] }).shown);
};

const countOf = (word: string, text: string): number => text.split(word).length - 1;
