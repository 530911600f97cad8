/** A client of the stock protocol that writes what it must not. Its person has an account; its program is their own. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Person } from "../shared/access/directory.ts";
import { roots, serverClientId } from "../shared/document/layout.ts";
import { type ActionId, newId, type TicketId, type UserId } from "../shared/ids.ts";
import { encodeSync, messageNumbers } from "../shared/protocol/messages.ts";
import { people } from "../shared/sample-world.ts";
import { isoTime } from "../shared/time.ts";
import type { ClientLine } from "./network.ts";
import type { PipeEnd } from "./pipe.ts";
import { forbiddenMark } from "./witness.ts";
import type { World } from "./world.ts";

export interface HostileClient {
  person: Person;
  ticket: TicketId;
  /** Does one thing; the answer says what. */
  attack(): string;
  /** Thrown out for good. */
  isOut(): boolean;
  /** Its document, unless it was thrown out or has forged ids: a stock client must converge whatever it writes. */
  doc(): Y.Doc | null;
  stop(): void;
}

export const createHostileClient = (
  world: World,
  name: string,
  person: Person,
  ticket: TicketId,
  line: ClientLine,
  /** Whose Yjs client id it is, as the log says. */
  ownerOf: (client: number) => UserId | undefined,
): HostileClient => {
  const random = world.random.fork();
  const doc = new Y.Doc();
  doc.clientID = newClientId();
  let end: PipeEnd<Uint8Array> | null = null;
  let isOut = false;
  /** Its own document holds structs that are somebody else's: it has nobody but itself to blame for what it shows. */
  let hasForged = false;
  /** Some stock clients just look on; they must go when their person loses the right to. */
  const isPolite = random.chance(0.3);

  function newClientId() {
    return 2 + random.int(2 ** 31);
  }

  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "server") end?.send(encodeSync(2, update));
  });

  const hear = (frame: Uint8Array) => {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== messageNumbers.sync) return;
    const step = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (step === 0) end?.send(encodeSync(1, Y.encodeStateAsUpdate(doc, payload)));
    else Y.applyUpdate(doc, payload, "server");
  };

  const dial = () => {
    if (isOut || end !== null) return;
    const mine: PipeEnd<Uint8Array> = line.dial<Uint8Array, Uint8Array>(
      {
        message: (frame) => {
          if (end === mine) hear(frame);
        },
        closed: (code) => {
          if (end !== mine) return;
          end = null;
          if (code !== null && code >= 4400 && code < 4500) isOut = true;
          else world.schedule.after(500, dial);
        },
      },
      (node, client) => node.socket(person.id, ticket, { protocol: null, since: 0, epoch: "" }, client),
    );
    end = mine;
    mine.send(encodeSync(0, Y.encodeStateVector(doc)));
  };
  dial();

  /** Another person's Yjs client id that the document knows. */
  const foreignClient = (): number | null => {
    const others = [...doc.store.clients.keys()].filter((client) => ![undefined, person.id].includes(ownerOf(client)));
    return others.length === 0 ? null : random.pick(others);
  };
  const raw = (bytes: Uint8Array) => end?.send(encodeSync(2, bytes));
  const as = (client: number, write: () => void) => {
    hasForged = true;
    const own = doc.clientID;
    doc.clientID = client;
    write();
    doc.clientID = own;
  };
  const map = (root: "fields" | "state" | "actions" | "rulings" | "comments" | "attachments") =>
    doc.getMap(roots[root]);
  const anyKey = (of: Y.Map<unknown>): string => random.pick([...of.keys(), "none"]);
  const isOwn = (comment: unknown) => (comment as { author?: string } | undefined)?.author === person.id;

  const attacks: Record<string, () => void> = {
    state: () => map("state").set(random.pick(["status", "assignee", "number", "invented"]), forbiddenMark),
    stateMany: () =>
      doc.transact(() => {
        map("state").set("status", forbiddenMark);
        map("state").set("requester", person.id);
        map("state").set("deadline", forbiddenMark);
      }),
    dropState: () => map("state").delete(anyKey(map("state"))),
    ruling: () => map("rulings").set(anyKey(map("actions")), { accepted: true, status: "approved", at: forbiddenMark }),
    dropRuling: () => map("rulings").delete(anyKey(map("rulings"))),
    dropAction: () => map("actions").delete(anyKey(map("actions"))),
    foreignAction: () => {
      const actor = random.pick(Object.values(people).filter(({ id }) => id !== person.id)).id;
      map("actions").set(newId<ActionId>(world.schedule.now(), random.bytes), {
        type: "approve",
        actor,
        at: forbiddenMark,
      });
    },
    wrongAction: () => map("actions").set(`bad-${random.int(99)}`, { type: forbiddenMark, actor: person.id }),
    foreignComment: () => {
      const [id] = [...map("comments")].find(([, comment]) => !isOwn(comment)) ?? [];
      if (id !== undefined) map("comments").set(id, { ...(map("comments").get(id) as object), body: forbiddenMark });
    },
    commentAsAnother: () => {
      const author = random.pick(Object.values(people).filter(({ id }) => id !== person.id)).id;
      const createdAt = isoTime(world.schedule.now());
      map("comments").set(`c-${random.int(9999)}`, { author, body: forbiddenMark, parent: null, createdAt });
    },
    dropComments: () => doc.transact(() => map("comments").clear()),
    attachment: () => map("attachments").set("a1", { name: forbiddenMark }),
    wrongField: () => map("fields").set(random.pick(["title", "priority", "invented"]), { forbiddenMark }),
    field: () => map("fields").set("quantity", 1 + random.int(9)),
    script: () => doc.getXmlFragment(roots.description).insert(0, [new Y.XmlElement("script")]),
    eraseAll: () => {
      const fragment = doc.getXmlFragment(roots.description);
      fragment.delete(0, fragment.length);
    },
    asServer: () => as(serverClientId, () => map("state").set("status", forbiddenMark)),
    asAnother: () => {
      const client = foreignClient();
      if (client === null) return;
      const author = ownerOf(client);
      const createdAt = isoTime(world.schedule.now());
      as(client, () =>
        map("comments").set(`x-${random.int(9999)}`, { author, body: forbiddenMark, parent: null, createdAt }),
      );
    },
    // Thirteen bytes that once erased a colleague's offline work: a GC struct at their next clock.
    squat: () => {
      const client = foreignClient();
      if (client !== null) raw(structs(client, Y.getState(doc.store, client), [0, 200]));
    },
    hugeClock: () => raw(structs(newClientId(), 2 ** 53, [0, 1])),
    unknownRoot: () => doc.getMap(`root-${forbiddenMark}`).set("a", 1),
    garbage: () => raw(random.bytes(1 + random.int(40))),
    missing: () => raw(structs(newClientId(), 77, [0, 1])),
    frame: () => end?.send(random.bytes(1 + random.int(20))),
  };

  return {
    person,
    ticket,
    attack: () => {
      dial();
      if (isPolite) return "only reads";
      const kind = random.pick(Object.keys(attacks));
      attacks[kind]?.();
      return kind;
    },
    isOut: () => isOut,
    doc: () => (isOut || hasForged || end === null ? null : doc),
    stop: () => {
      isOut = true;
      end?.close(null);
      world.trace(`${name} leaves`);
    },
  };
};

/** An update with one struct by hand: kind and length as given. */
const structs = (client: number, clock: number, [kind, length]: [number, number]): Uint8Array => {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, kind);
  encoding.writeVarUint(encoder, length);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
};
