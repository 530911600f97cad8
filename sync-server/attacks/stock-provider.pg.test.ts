import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots, serverClientId } from "../../shared/document/layout.ts";
import type { TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { encodePush } from "../../shared/protocol/messages.ts";
import { people } from "../../shared/sample-world.ts";
import { createReplica } from "../testing/sync/replica.ts";
import { connectHostile } from "./hostile-client.ts";
import { visibleIn } from "./target.ts";
import { underAttack } from "./under-attack.ts";
import { joinStock, type StockClient, watchTicket } from "./witness.ts";

const target = underAttack();
let id: TicketId;
beforeEach(async () => {
  // creative-2 collaborates: may write the description and comment; no field, and nobody's status.
  id = await target().ticket("in_progress");
});

const textOf = (doc: Y.Doc) => (doc.getXmlFragment(roots.description).get(0) as Y.XmlElement).get(0) as Y.XmlText;
const commentBy = (author: string, body: string) => ({
  author,
  body,
  parent: null,
  createdAt: "2026-03-04T09:00:00.000Z",
});
/** The server has all that it wrote, and it shows what the server has. */
const expectConverged = async ({ doc }: StockClient) => {
  await expect
    .poll(async () => Y.encodeStateVector((await target().stored(id)).doc), { timeout: 5_000 })
    .toEqual(Y.encodeStateVector(doc));
  expect(visibleIn(doc)).toEqual((await target().stored(id)).visible);
};

describe("a stock WebsocketProvider", () => {
  it("[I1] writes together with a client of the own app: each has the other's words", async () => {
    const stock = await joinStock(target(), "creative-2", id);
    const token = await target().signIn("creative-1");
    const own = await connectHostile(target(), `/sync/${id}`, { token, query: "protocol=1&since=0" });
    await own.next("welcome");
    const replica = createReplica(50, Y.encodeStateAsUpdate(stock.doc));
    for (let i = 0; i < 30; i++) {
      textOf(stock.doc).insert(0, `s${i} `);
      own.send(encodePush({ ref: i, update: replica.edit((doc) => textOf(doc).insert(0, `o${i} `)) }));
    }
    for (let i = 0; i < 30; i++) await own.next("acked");
    await expect.poll(() => textOf(stock.doc).toString()).toContain("o29 ");
    await expectConverged(stock);
    const { seq } = await target().stored(id);
    const entries = () => own.frames.filter((frame) => frame.kind === "entry");
    await expect.poll(() => entries().at(-1)?.seq).toBe(seq);
    for (const { update } of entries()) replica.receive(update);
    expect(visibleIn(replica.doc)).toEqual(visibleIn(stock.doc));
    for (let i = 0; i < 30; i++)
      for (const who of ["s", "o"]) expect(textOf(stock.doc).toString()).toContain(`${who}${i} `);
    own.end();
    stock.leave();
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ["the status", (doc) => doc.getMap(roots.state).set("status", "completed")],
    ["the whole of state", (doc) => doc.getMap(roots.state).clear()],
    ["a field", (doc) => doc.getMap(roots.fields).set("title", "Forged")],
    ["another's comment, edited", (doc) => doc.getMap(roots.comments).set("c1", commentBy(head, "Forged"))],
    ["another's comment, deleted", (doc) => doc.getMap(roots.comments).delete("c1")],
    ["a comment in another's name", (doc) => doc.getMap(roots.comments).set("c2", commentBy(head, "Forged"))],
    ["a ruling", (doc) => doc.getMap(roots.rulings).set("a1", { accepted: true, status: "completed" })],
  ])("[I4] %s: shown to nobody, put back for it, and it writes on", async (_name, write) => {
    const other = await joinStock(target(), "creative-head", id);
    other.doc.getMap(roots.comments).set("c1", commentBy(head, "Blue, please."));
    await expectConverged(other);
    const stock = await joinStock(target(), "creative-2", id);
    const witness = await watchTicket(target(), "creative-1", id);
    const codes: number[] = [];
    stock.provider.on("connection-close", (event) => codes.push(event?.code ?? 0));
    write(stock.doc);
    expect(visibleIn(stock.doc)).not.toEqual(witness.before.visible);
    await expect.poll(() => visibleIn(stock.doc)).toEqual(witness.before.visible);
    await expectConverged(stock);
    await witness.expectUntouched();
    witness.leave();
    textOf(stock.doc).insert(0, "Honest. ");
    await expect.poll(() => textOf(other.doc).toString()).toContain("Honest. ");
    await expectConverged(stock);
    expect(codes).toEqual([]);
    for (const client of [stock, other]) client.leave();
  });

  it.each<[string, (own: number) => number]>([
    ["a colleague's", (own) => own],
    ["the server's", () => serverClientId],
  ])("[T16] bytes under %s client id: refused for good, and a new document goes on", async (_name, pick) => {
    const colleague = await joinStock(target(), "creative-1", id);
    textOf(colleague.doc).insert(0, "Mine. ");
    await expectConverged(colleague);
    // The list row follows a little later.
    await expect
      .poll(async () => (await target().stored(id)).row, { timeout: 5_000 })
      .toMatchObject({ brief: expect.stringContaining("Mine. ") });
    const stock = await joinStock(target(), "creative-2", id);
    const witness = await watchTicket(target(), "creative-head", id);
    const codes: number[] = [];
    stock.provider.on("connection-close", (event) => codes.push(event?.code ?? 0));

    const client = pick(colleague.doc.clientID);
    const forger = createReplica(client);
    Y.applyUpdate(forger.doc, Y.encodeStateAsUpdate(stock.doc));
    forger.doc.clientID = client;
    Y.applyUpdate(
      stock.doc,
      forger.edit((doc) => textOf(doc).insert(0, "Forged. ")),
    );
    await expect.poll(() => codes).toEqual([closeCodes.foreignClientId]);
    expect(stock.provider.shouldConnect).toBe(false);
    // What was refused stays in its document, and is sent again by it.
    stock.provider.connect();
    await expect.poll(() => codes).toEqual([closeCodes.foreignClientId, closeCodes.foreignClientId]);
    expect(textOf(stock.doc).toString()).toContain("Forged. ");
    await witness.expectUntouched();
    witness.leave();
    stock.leave();

    const anew = await joinStock(target(), "creative-2", id);
    await expectConverged(anew);
    textOf(anew.doc).insert(0, "Honest. ");
    await expect.poll(() => textOf(colleague.doc).toString()).toContain("Honest. ");
    await expectConverged(colleague);
    for (const client of [anew, colleague]) client.leave();
  });
});

const head = people["creative-head"].id;
