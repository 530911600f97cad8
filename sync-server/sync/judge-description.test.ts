import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { briefText } from "../../shared/document/brief-text.ts";
import { roots } from "../../shared/document/layout.ts";
import type { TicketId } from "../../shared/ids.ts";
import { people } from "../../shared/sample-world.ts";
import { contentOf, expectConverged } from "../testing/sync/expect-converged.ts";
import { createSyncWorld, type SyncWorld, type Writer } from "../testing/sync/sync-world.ts";
import { repairsOf } from "../testing/sync/told.ts";

const admin = people.admin.id;
const lines = "alpha beta gamma\nsecond line";
const brief = `${lines}\nSizes`;

/** The text of the description's n-th block. */
const line = (doc: Y.Doc, n = 0) => (doc.getXmlFragment(roots.description).get(n) as Y.XmlElement).get(0) as Y.XmlText;
const heading = (doc: Y.Doc) => doc.getXmlFragment(roots.description).get(2) as Y.XmlElement;
const paragraph = (text: string, name = "paragraph") => {
  const element = new Y.XmlElement(name);
  element.insert(0, [new Y.XmlText(text)]);
  return element;
};
/** Deletes the letters and leaves the marks around them, which Yjs then tidies. */
const deleteLetters = (doc: Y.Doc, letters: string) =>
  doc.transact((transaction) => {
    for (let item = line(doc)._start; item !== null; item = item.right)
      if (item.content instanceof Y.ContentString && item.content.str === letters) item.delete(transaction);
  });

let world: SyncWorld;
/** A ticket in this status whose brief has 'beta' in bold and a link. */
const written = async (status: "requested" | "completed"): Promise<TicketId> => {
  const id = world.ticket("in_progress", { brief: lines });
  const writer = await world.as("marketing-1", id, 500);
  await writer.write((doc) => {
    line(doc).format(6, 4, { strong: {} });
    line(doc, 1).format(0, 6, { link: { href: "https://example.org/" } });
    const heading = paragraph("Sizes", "heading");
    heading.setAttribute("level", 2 as never);
    doc.getXmlFragment(roots.description).push([heading]);
  });
  if (status === "completed") {
    const worker = await world.as("creative-1", id);
    await worker.write((doc) =>
      doc.getMap(roots.actions).set("c", { type: "complete", actor: people["creative-1"].id }),
    );
  }
  return id;
};
const shown = (id: TicketId) => contentOf(world.replay(id)).description;

beforeEach(() => {
  world = createSyncWorld();
});

describe("the team writes the description together", () => {
  it.each(["marketing-1", "marketing-head", "creative-head", "creative-1", "creative-2", "admin"] as const)(
    "%s, while the work is in progress",
    async (username) => {
      const id = await written("requested");
      const writer = await world.as(username, id);
      expect(repairsOf(await writer.write((doc) => line(doc).insert(0, "New: ")))).toEqual([]);
      expect(briefText(world.replay(id))).toBe(`New: ${brief}`);
      await expectConverged(world, id, admin);
    },
  );

  it("[I1] what Yjs tidies after a deletion in formatted text is in the log too", async () => {
    const id = await written("requested");
    const writer = await world.as("creative-1", id);
    await writer.write((doc) => deleteLetters(doc, "beta"));
    expect(briefText(world.replay(id))).toBe("alpha  gamma\nsecond line\nSizes");
    await expectConverged(world, id, admin);
  });
});

describe("[I4] an edit of the description by somebody who may only read it is undone", () => {
  const edits: [string, string, (doc: Y.Doc) => void][] = [
    ["insertion", "XX", (doc) => line(doc).insert(3, "XX")],
    ["deletion", "", (doc) => line(doc).delete(3, 9)],
    ["new formatting", "", (doc) => line(doc).format(0, 5, { em: {} })],
    ["removed formatting", "", (doc) => line(doc).format(0, 16, { strong: null })],
    ["repeated formatting", "", (doc) => line(doc).format(0, 16, { strong: {} })],
    ["changed link", "", (doc) => line(doc, 1).format(0, 6, { link: { href: "https://evil.example/" } })],
    ["new block", "third", (doc) => doc.getXmlFragment(roots.description).insert(1, [paragraph("third")])],
    ["deleted block", "", (doc) => doc.getXmlFragment(roots.description).delete(0, 1)],
    ["changed attribute", "", (doc) => heading(doc).setAttribute("level", 3 as never)],
    ["removed attribute", "", (doc) => heading(doc).removeAttribute("level")],
    ["deletion of all there is", "", (doc) => doc.getXmlFragment(roots.description).delete(0, 3)],
    [
      "mixture of all",
      "XX\nnew",
      (doc) => {
        line(doc).insert(0, "XX");
        line(doc).delete(4, 6);
        line(doc).format(0, 12, { em: {} });
        line(doc).format(0, 14, { strong: null });
        doc.getXmlFragment(roots.description).delete(1, 1);
        doc.getXmlFragment(roots.description).insert(0, [paragraph("new", "heading")]);
      },
    ],
    ["deletion after which Yjs tidies the marks", "", (doc) => deleteLetters(doc, "beta")],
  ];

  it.each(edits)("%s", async (_name, wrote, change) => {
    const id = await written("completed");
    const before = shown(id);
    const writer = await world.as("marketing-1", id);
    const result = await writer.write(change);
    expect(repairsOf(result)).toEqual([
      { root: "description", key: "", wrote, code: "forbidden", facts: { status: "completed", trashed: null } },
    ]);
    expect(shown(id)).toEqual(before);
    expect(contentOf(writer.doc).description).toEqual(before);
    await expectConverged(world, id, admin);
  });

  it("also one made offline, beside a comment that stays", async () => {
    const id = await written("requested");
    const offline = await world.as("marketing-1", id);
    const comment = {
      author: people["marketing-1"].id,
      body: "Thanks",
      parent: null,
      createdAt: "2026-03-04T09:00:00Z",
    };
    const update = offline.edit((doc) => {
      line(doc).insert(0, "Late: ");
      doc.getMap(roots.comments).set("c1", comment);
    });
    const worker = await world.as("creative-1", id);
    await worker.write((doc) => {
      line(doc).insert(0, "Done: ");
      doc.getMap(roots.actions).set("c", { type: "complete", actor: people["creative-1"].id });
    });
    expect(repairsOf(await offline.submit(update))).toMatchObject([{ root: "description", wrote: "Late:" }]);
    expect(briefText(world.replay(id))).toBe(`Done: ${brief}`);
    expect(world.tables.rows.get(id)?.summary.commentCount).toBe(1);
    await offline.pull();
    expect(briefText(offline.doc)).toBe(`Done: ${brief}`);
    await expectConverged(world, id, admin);
  });

  it("again and again, without the document growing past what was sent", async () => {
    const id = await written("completed");
    const before = shown(id);
    const writer = await world.as("marketing-1", id);
    for (let i = 0; i < 20; i++) await writer.write((doc) => line(doc).delete(0, 5));
    expect(shown(id)).toEqual(before);
    expect((await world.core.read(admin, id))?.bytes.length).toBeLessThan(5_000);
    await expectConverged(world, id, admin);
  });

  it("[I1] where letters that were put back before are deleted with their block", async () => {
    const id = world.ticket("completed", { brief: "alpha" });
    const before = shown(id);
    const writer = await world.as("marketing-1", id);
    await writer.write((doc) => line(doc).delete(1, 4));
    await writer.write((doc) => line(doc).insert(3, "XX"));
    await writer.write((doc) => doc.getXmlFragment(roots.description).delete(0, 1));
    expect(shown(id)).toEqual(before);
    expect(contentOf(writer.doc).description).toEqual(before);
    await expectConverged(world, id, admin);
  });
});

describe("a stock client tidies in the name of somebody who may only read", () => {
  /** Deletes the first mark that stands there. */
  const deleteMark = (doc: Y.Doc) =>
    doc.transact((transaction) => {
      for (let item = line(doc)._start; item !== null; item = item.right) {
        if (item.deleted || !(item.content instanceof Y.ContentFormat)) continue;
        return item.delete(transaction);
      }
    });

  it("[I1] a mark that says nothing is let go, or they would take it away for ever", async () => {
    const id = await written("requested");
    const worker = await world.as("creative-1", id);
    // Without the mark that begins it, the one that ends the bold says nothing.
    await worker.write(deleteMark);
    await worker.write((doc) =>
      doc.getMap(roots.actions).set("c", { type: "complete", actor: people["creative-1"].id }),
    );
    const read = () => world.replay(id).getXmlFragment(roots.description).toString();
    const before = read();
    const reader = await world.as("marketing-1", id);
    expect(repairsOf(await reader.write(deleteMark))).toEqual([]);
    expect(read()).toBe(before);
    await expectConverged(world, id, admin);
  });

  it("[I4] a mark that says something is put back", async () => {
    const id = await written("completed");
    const before = shown(id);
    const reader = await world.as("marketing-1", id);
    expect(repairsOf(await reader.write(deleteMark))).toMatchObject([{ root: "description", code: "forbidden" }]);
    expect(shown(id)).toEqual(before);
    await expectConverged(world, id, admin);
  });
});

describe("[T23] what a description is not made of is undone, whoever wrote it", () => {
  const withAttribute = (name: string, key: string, value: unknown) => {
    const element = paragraph("x", name);
    element.setAttribute(key, value as string);
    return element;
  };
  const put = (element: Y.XmlElement) => (doc: Y.Doc) => doc.getXmlFragment(roots.description).insert(0, [element]);

  it.each<[string, (doc: Y.Doc) => void]>([
    ["a script", put(paragraph("alert(1)", "script"))],
    ["an image", put(withAttribute("image", "src", "https://evil.example/"))],
    ["an event handler", put(withAttribute("paragraph", "onclick", "alert(1)"))],
    ["a style", put(withAttribute("heading", "style", "position: fixed"))],
    ["a heading of no level there is", put(withAttribute("heading", "level", 7))],
    ["an unknown mark", (doc) => line(doc).format(0, 3, { blink: {} })],
    ["a javascript: link", (doc) => line(doc).format(0, 3, { link: { href: "javascript:alert(1)" } })],
    ["a data: link", (doc) => line(doc).format(0, 3, { link: { href: "data:text/html,x" } })],
    [
      "a link with more than an address",
      (doc) => line(doc).format(0, 3, { link: { href: "https://a.b/", target: "x" } }),
    ],
    ["bold that is no mark", (doc) => line(doc).format(0, 3, { strong: { onclick: "alert(1)" } })],
  ])("%s", async (_name, change) => {
    const id = await written("requested");
    const before = shown(id);
    const writer: Writer = await world.as("creative-head", id);
    const result = await writer.write((doc) => {
      line(doc).insert(0, "Good text. ");
      change(doc);
    });
    expect(repairsOf(result)).toMatchObject([{ root: "description", key: "", code: "invalid_value" }]);
    expect(repairsOf(result)[0]?.wrote).toContain("Good text.");
    expect(shown(id)).toEqual(before);
    expect(contentOf(writer.doc).description).toEqual(before);
    await expectConverged(world, id, admin);
  });

  it("nor in a draft, where nobody else could see it", async () => {
    const id = world.newTicketId();
    const writer = await world.as("marketing-1", id);
    const result = await writer.write(put(paragraph("alert(1)", "script")));
    expect(repairsOf(result)).toMatchObject([{ root: "description", code: "invalid_value" }]);
    expect(world.replay(id).getXmlFragment(roots.description).length).toBe(0);
  });
});
