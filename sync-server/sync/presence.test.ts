import * as decoding from "lib0/decoding";
import { beforeEach, describe, expect, it } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { people, type SampleUsername } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import {
  type AwarenessState,
  awarenessFrame,
  type ClientState,
  readServerFrame,
} from "../testing/sync/server-frame.ts";
import { createPresence, emptyAwarenessFrame, type Participant, type Presence } from "./presence.ts";

interface Seat extends Participant {
  /** What it was sent, message by message. */
  heard: AwarenessState[][];
}

let presence: Presence;
const sit = (username: SampleUsername): Seat => {
  const heard: AwarenessState[][] = [];
  const send = (frame: Uint8Array) => {
    const read = readServerFrame(frame);
    if (read.kind === "awareness") heard.push(read.states);
  };
  const seat = { user: { id: people[username].id, name: username }, send, heard };
  presence.join(seat);
  return seat;
};
const payloadOf = (...states: ClientState[]): Uint8Array => {
  const decoder = decoding.createDecoder(awarenessFrame(...states));
  decoding.readVarUint(decoder);
  return decoding.readVarUint8Array(decoder);
};
const tell = (from: Participant, ...states: ClientState[]) => presence.receive(from, payloadOf(...states));

let mina: Seat;
let maren: Seat;
beforeEach(() => {
  presence = createPresence();
  mina = sit("marketing-1");
  maren = sit("marketing-head");
});
const asMina = { id: people["marketing-1"].id, name: "marketing-1" };

describe("presence", () => {
  it("shows everybody what one says, also the one who said it", () => {
    expect(tell(mina, { clientId: 7, clock: 1, state: { cursor: { anchor: 1 } } })).toBe(true);
    const shown = [{ clientId: 7, clock: 1, state: { cursor: { anchor: 1 }, user: asMina } }];
    expect([mina.heard, maren.heard]).toEqual([[shown], [shown]]);
  });

  it("tells a newcomer who is there, and says nothing where nobody is", () => {
    tell(mina, { clientId: 7, clock: 1, state: {} });
    const late = sit("creative-head");
    presence.tell(late);
    expect(late.heard).toEqual([[{ clientId: 7, clock: 1, state: { user: asMina } }]]);
    presence.leave(mina);
    const later = sit("admin");
    presence.tell(later);
    expect(later.heard).toEqual([]);
  });

  it("clears what somebody said when they leave, so that every client understands it", () => {
    const doc = new Y.Doc();
    doc.clientID = 99;
    const client = new Awareness(doc);
    const listener: Participant = {
      user: maren.user,
      send: (frame) => {
        const decoder = decoding.createDecoder(frame);
        decoding.readVarUint(decoder);
        applyAwarenessUpdate(client, decoding.readVarUint8Array(decoder), "server");
      },
    };
    presence.join(listener);
    tell(mina, { clientId: 7, clock: 4, state: { cursor: 1 } });
    expect(client.getStates().get(7)).toEqual({ cursor: 1, user: asMina });
    presence.leave(mina);
    expect(client.getStates().has(7)).toBe(false);
    client.destroy();
  });

  it("takes what y-protocols writes", () => {
    const doc = new Y.Doc();
    const client = new Awareness(doc);
    client.setLocalStateField("cursor", { anchor: 1, head: 2 });
    expect(presence.receive(mina, encodeAwarenessUpdate(client, [doc.clientID]))).toBe(true);
    expect(maren.heard.at(-1)).toMatchObject([{ clientId: doc.clientID, state: { cursor: { anchor: 1, head: 2 } } }]);
    client.destroy();
  });

  it("hears nothing from somebody who has left", () => {
    presence.leave(mina);
    tell(mina, { clientId: 7, clock: 1, state: {} });
    expect(maren.heard).toEqual([]);
  });

  it("has a sign of life that says nothing about anybody", () => {
    expect(readServerFrame(emptyAwarenessFrame())).toEqual({ kind: "awareness", states: [] });
  });
});

describe("[T22] [W6] nobody speaks as somebody else", () => {
  it.each([[{ id: people.admin.id, name: "admin" }], [{ name: "admin", isAdmin: true }], ["admin"], [null]])(
    "whatever identity a client claims (%j), the connection's is shown",
    (user) => {
      tell(mina, { clientId: 7, clock: 1, state: { user, cursor: 1 } });
      expect(maren.heard).toEqual([[{ clientId: 7, clock: 1, state: { cursor: 1, user: asMina } }]]);
    },
  );

  it.each([
    ["#a1b2c3", "#a1b2c3"],
    ["var(--ink-3)", "var(--ink-3)"],
    ["red;background:url(//evil)", undefined],
    ["x".repeat(33), undefined],
    [7, undefined],
  ])("a colour of one's own is kept where it is one: %s", (color, kept) => {
    tell(mina, { clientId: 7, clock: 1, state: { user: { color } } });
    expect(maren.heard[0]?.[0]?.state.user).toEqual(kept === undefined ? asMina : { ...asMina, color: kept });
  });

  it("a connection speaks for the client id it used first, and for no other", () => {
    tell(mina, { clientId: 7, clock: 1, state: {} });
    tell(mina, { clientId: 8, clock: 1, state: {} }, { clientId: 9, clock: 1, state: {} });
    expect(maren.heard.flat().map(({ clientId }) => clientId)).toEqual([7]);
  });

  it.each([
    ["sent away", null],
    ["spoken for", { cursor: 1 }],
  ])("nobody present is %s by another", (_name, state) => {
    tell(mina, { clientId: 7, clock: 1, state: { cursor: 5 } });
    expect(tell(maren, { clientId: 7, clock: 100, state })).toBe(true);
    expect(mina.heard).toHaveLength(1);
    const late = sit("admin");
    presence.tell(late);
    expect(late.heard[0]?.[0]?.state).toEqual({ cursor: 5, user: asMina });
  });

  it("a new connection of the same person takes over from one that is about to be missed", () => {
    tell(mina, { clientId: 7, clock: 1, state: { cursor: 1 } });
    const again = sit("marketing-1");
    tell(again, { clientId: 7, clock: 2, state: { cursor: 2 } });
    presence.leave(mina);
    expect(maren.heard.flat().map(({ state }) => state?.cursor)).toEqual([1, 2]);
  });

  it("what is older than what is known is not shown", () => {
    for (const clock of [5, 4, 5, 6]) tell(mina, { clientId: 7, clock, state: { clock } });
    expect(maren.heard.flat().map(({ clock }) => clock)).toEqual([5, 5, 6]);
  });
});

describe("[T22] what no honest client says about itself is refused", () => {
  it("a clock as high as the limit and no higher", () => {
    expect(tell(mina, { clientId: 7, clock: limits.awarenessClock, state: {} })).toBe(true);
    expect(tell(maren, { clientId: 8, clock: limits.awarenessClock + 1, state: {} })).toBe(false);
  });

  it.each<[string, string]>([
    ["no JSON", "{"],
    ["a reserved key", '{"__proto__": {"name": "admin"}}'],
    ["a reserved key further down", '{"cursor": [{"constructor": 1}]}'],
    ["NUL", '{"name": "\\u0000"}'],
    ["deep nesting", `${"[".repeat(40)}${"]".repeat(40)}`],
    ["more than a state may hold", JSON.stringify({ a: "x".repeat(limits.awarenessBytes) })],
  ])("%s", (_name, json) => {
    expect(tell(mina, { clientId: 7, clock: 1, json })).toBe(false);
    expect(maren.heard).toEqual([]);
  });

  it("a count of states larger than the bytes, and cut bytes", () => {
    const honest = payloadOf({ clientId: 7, clock: 1, state: { cursor: 1 } });
    expect(presence.receive(mina, new Uint8Array([0xff, 0xff, 0x03]))).toBe(false);
    for (let length = 0; length < honest.length; length++)
      expect(presence.receive(mina, honest.slice(0, length))).toBe(false);
  });

  it.each([["text"], [7], [[1]], [true]])("a state that is no map (%j) counts as none", (state) => {
    tell(mina, { clientId: 7, clock: 1, state });
    expect(maren.heard).toEqual([[{ clientId: 7, clock: 1, state: null }]]);
  });
});
