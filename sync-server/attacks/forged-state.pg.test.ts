import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { fieldKeys, mapRoots, roots, stateKeys } from "../../shared/document/layout.ts";
import { addAction } from "../../shared/document/write.ts";
import type { ActionId, TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { encodePush, encodeSync } from "../../shared/protocol/messages.ts";
import { people, type SampleUsername } from "../../shared/sample-world.ts";
import { createReplica } from "../testing/sync/replica.ts";
import { connectHostile } from "./hostile-client.ts";
import { underAttack } from "./under-attack.ts";
import { watchTicket } from "./witness.ts";

const target = underAttack();
let id: TicketId;
beforeAll(async () => {
  id = await target().ticket("approved");
});

const comment = (username: SampleUsername, body: string) => ({
  author: people[username].id,
  body,
  parent: null,
  createdAt: "2026-03-04T09:00:00.000Z",
});
const firstParagraph = (doc: Y.Doc) => doc.getXmlFragment(roots.description).get(0) as Y.XmlElement;

/** Somebody who may read the ticket writes what they may not, over each way in; nobody may ever see it. */
const attack = async (username: SampleUsername, ticket: TicketId, client: number, change: (doc: Y.Doc) => void) => {
  const witness = await watchTicket(target(), "creative-head", ticket);
  const token = await target().signIn(username);
  const told: unknown[] = [];
  for (const [i, way] of (["step2", "update", "push"] as const).entries()) {
    const { doc } = await target().stored(ticket);
    const update = createReplica(client + i, Y.encodeStateAsUpdate(doc)).edit(change);
    const socket = await connectHostile(target(), `/sync/${ticket}`, {
      token,
      query: way === "push" ? "protocol=1&since=0" : "",
    });
    await socket.next("step1");
    if (way === "push") {
      socket.send(encodePush({ ref: 1, update }));
      told.push(...(await socket.next("repaired")).repairs);
    } else {
      socket.send(encodeSync(way === "step2" ? 1 : 2, update));
      // The repair comes back in the very message that would have shown the forgery.
      Y.applyUpdate(doc, (await socket.next("update")).update);
      expect(doc.getMap(roots.state).toJSON()).toEqual(witness.before.doc.getMap(roots.state).toJSON());
    }
    socket.end();
  }
  await witness.expectUntouched();
  witness.leave();
  return told as { root: string; key: string; code: string }[];
};

describe("[T14] a status is not written but decided", () => {
  it.each<[SampleUsername, number]>([
    ["creative-1", 50],
    ["creative-1", 4_000_000_000],
    ["marketing-head", 4_000_000_000],
    ["admin", 4_000_000_000],
  ])("%s writes 'approved' to every key of state, under client id %d", async (username, client) => {
    const told = await attack(username, id, client, (doc) => {
      for (const key of stateKeys) doc.getMap(roots.state).set(key, "approved");
    });
    expect(told.map(({ code }) => code)).toEqual(stateKeys.map(() => "read_only"));
  });

  it("a creative writes it to every key of every root", async () => {
    await attack("creative-1", id, 60, (doc) => {
      for (const root of mapRoots)
        for (const key of [...stateKeys, ...fieldKeys]) doc.getMap(roots[root]).set(key, "approved");
    });
  });

  it("all of state is deleted", async () => {
    await attack("creative-1", id, 70, (doc) => doc.getMap(roots.state).clear());
  });

  it("rulings are forged", async () => {
    const ruling = { accepted: true, status: "completed", at: "2026-03-04T09:00:00.000Z" };
    await attack("creative-1", id, 80, (doc) => doc.getMap(roots.rulings).set("a1", ruling));
  });

  it("an action is asked for in another's name", async () => {
    const told = await attack("creative-1", id, 90, (doc) =>
      addAction(doc, "a1" as ActionId, { type: "reject", actor: people["creative-head"].id, reason: "No." }),
    );
    expect(told).toMatchObject([{ root: "actions", key: "a1", code: "not_yours" }]);
  });
});

describe("[T15] who may read may not therefore write", () => {
  it("every field, by a creative", async () => {
    const told = await attack("creative-1", id, 100, (doc) => {
      for (const key of fieldKeys) doc.getMap(roots.fields).set(key, "x");
    });
    expect(told.map(({ root }) => root)).toEqual(fieldKeys.map(() => "fields"));
  });

  it("all fields deleted, by the requester of an approved ticket", async () => {
    await attack("marketing-1", id, 110, (doc) => doc.getMap(roots.fields).clear());
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ["edited", (doc) => doc.getMap(roots.comments).set("c1", comment("creative-head", "I resign."))],
    ["taken over", (doc) => doc.getMap(roots.comments).set("c1", comment("creative-1", "Mine now."))],
    ["deleted", (doc) => doc.getMap(roots.comments).delete("c1")],
    ["spoken in their name", (doc) => doc.getMap(roots.comments).set("c9", comment("creative-head", "Go ahead."))],
  ])("another's comment: %s", async (_name, change) => {
    const author = await connectHostile(target(), `/sync/${id}`, { token: await target().signIn("creative-head") });
    await author.next("step1");
    const { doc } = await target().stored(id);
    if (!doc.getMap(roots.comments).has("c1")) {
      const replica = createReplica(200, Y.encodeStateAsUpdate(doc));
      author.send(
        encodeSync(
          2,
          replica.edit((own) => own.getMap(roots.comments).set("c1", comment("creative-head", "Blue."))),
        ),
      );
      await author.next("update");
    }
    author.end();
    await attack("creative-1", id, 120 + _name.length * 3, change);
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ["text inserted", (doc) => (firstParagraph(doc).get(0) as Y.XmlText).insert(0, "Forged: ")],
    ["all deleted", (doc) => doc.getXmlFragment(roots.description).delete(0, 1)],
    ["text formatted", (doc) => (firstParagraph(doc).get(0) as Y.XmlText).format(0, 5, { strong: {} })],
  ])("the description of a completed ticket: %s", async (_name, change) => {
    const completed = await target().ticket("completed");
    const told = await attack("creative-1", completed, 50, change);
    expect(told).toMatchObject([{ root: "description", code: "forbidden" }]);
  });

  it("attachments nobody handed in", async () => {
    await attack("creative-head", id, 300, (doc) => doc.getMap(roots.attachments).set("a1", { name: "x.svg" }));
  });
});

describe("[T12] a ticket of others is not there", () => {
  it("not for reading nor writing over any message, whatever its status", async () => {
    for (const status of ["draft", "requested", "approved", "completed"] as const) {
      const foreign = await target().ticket(status);
      const before = await target().stored(foreign);
      const update = createReplica(50).edit((doc) => doc.getMap(roots.fields).set("title", "Mine"));
      const frames = [
        encodeSync(0, new Uint8Array([0])),
        encodeSync(1, update),
        encodeSync(2, update),
        encodePush({ ref: 1, update }),
      ];
      for (const username of ["sales-1", "sales-head", "creative-3"] as const) {
        for (const query of ["", "protocol=1&since=0"]) {
          const socket = await connectHostile(target(), `/sync/${foreign}`, {
            token: await target().signIn(username),
            query,
          });
          if (username === "creative-3" || status !== "draft") socket.send(...frames);
          expect(await socket.closed()).toBe(closeCodes.forbidden);
          expect(socket.frames).toEqual([]);
        }
      }
      expect(await target().stored(foreign)).toMatchObject({
        seq: before.seq,
        visible: before.visible,
        row: before.row,
      });
    }
  });
});
