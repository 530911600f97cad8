/**
 * Someone who never stops: opens tickets over real sockets, adds comments one after the other, and remembers which the
 * server acknowledged. Reconnects by itself and sends again what was not acknowledged, as a device does.
 */
import * as decoding from "lib0/decoding";
import WebSocket from "ws";
import * as Y from "yjs";
import { addComment } from "../../shared/document/write.ts";
import { type CommentId, newId, type TicketId, type UserId } from "../../shared/ids.ts";
import { encodePush, encodeSync, messageNumbers, readAcked, readEntry } from "../../shared/protocol/messages.ts";
import { isoTime } from "../../shared/time.ts";

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const reconnectMs = 50;

export interface Typist {
  /** Comments the server acknowledged, in the order of their acknowledgement. */
  acked: CommentId[];
  /** Comments that stand in the document here, and those of them that were written here. */
  seen: Set<string>;
  own: Set<string>;
  /** Close codes met, with the times at which they came. */
  closes: number[];
  sent(): number;
  waiting(): number;
  /** Types no more, but goes on sending what waits and hearing what others write. */
  pause(): void;
  stop(): void;
}

export const startTypist = (
  address: () => string,
  token: string,
  userId: UserId,
  ticket: TicketId,
  everyMs: number,
): Typist => {
  const doc = new Y.Doc();
  const outbox = new Map<number, { id: CommentId; update: Uint8Array }>();
  let lastRef = 0;
  let sent = 0;
  let stopped = false;
  let socket: WebSocket | null = null;
  let isWelcome = false;

  const typist: Typist = {
    acked: [],
    seen: new Set(),
    own: new Set(),
    closes: [],
    sent: () => sent,
    waiting: () => outbox.size,
    pause: () => clearInterval(timer),
    stop: () => {
      stopped = true;
      clearInterval(timer);
      socket?.close();
    },
  };

  doc.getMap("comments").observe((event) => {
    for (const key of event.keysChanged) typist.seen.add(key);
  });

  const connect = () => {
    if (stopped) return;
    isWelcome = false;
    const url = `${address().replace("http", "ws")}/sync/${ticket}?token=${token}&protocol=1&since=0`;
    const opened = new WebSocket(url);
    socket = opened;
    opened.binaryType = "arraybuffer";
    opened.on("message", (data: ArrayBuffer) => receive(new Uint8Array(data)));
    opened.on("error", () => {});
    opened.on("close", (code) => {
      typist.closes.push(code);
      if (socket === opened) setTimeout(connect, reconnectMs);
    });
  };

  const receive = (frame: Uint8Array) => {
    const decoder = decoding.createDecoder(frame);
    switch (decoding.readVarUint(decoder)) {
      case messageNumbers.welcome:
        isWelcome = true;
        socket?.send(encodeSync(0, Y.encodeStateVector(doc)));
        for (const [ref, { update }] of outbox) socket?.send(encodePush({ ref, update }));
        break;
      case messageNumbers.acked: {
        const { ref } = readAcked(decoder);
        const item = outbox.get(ref);
        if (item !== undefined) typist.acked.push(item.id);
        outbox.delete(ref);
        break;
      }
      case messageNumbers.entry:
        Y.applyUpdate(doc, readEntry(decoder).update, "server");
        break;
      case messageNumbers.sync:
        if (decoding.readVarUint(decoder) > 0) Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), "server");
        break;
    }
  };

  const type = () => {
    const id = newId<CommentId>(Date.now(), random);
    typist.own.add(id);
    const before = Y.encodeStateVector(doc);
    addComment(doc, id, { author: userId, body: `comment ${++sent}`, parent: null, createdAt: isoTime(Date.now()) });
    const update = Y.encodeStateAsUpdate(doc, before);
    const ref = ++lastRef;
    outbox.set(ref, { id, update });
    if (isWelcome && socket?.readyState === WebSocket.OPEN) socket.send(encodePush({ ref, update }));
  };

  connect();
  const timer = setInterval(type, everyMs);
  return typist;
};
