/**
 * Live links over y-websocket's provider: it keeps the connection up and carries presence; changes go by our own messages
 * (shared/protocol/messages.ts), because only they are acknowledged.
 */
import type * as decoding from "lib0/decoding";
import type * as encoding from "lib0/encoding";
import { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import type { UserId } from "../../../shared/ids.ts";
import { encodePush } from "../../../shared/protocol/messages.ts";
import { protocolVersion } from "../../../shared/protocol/version.ts";
import type { LinkEvents, LinkPort } from "../core/ports.ts";
import { frameReaders } from "../core/server-frames.ts";

export interface WebsocketLinks extends LinkPort {
  /** Presence on a document; lives as long as the document. */
  awarenessOf(doc: Y.Doc): Awareness;
}

/** In nobody's session but this person's. */
export const createWebsocketLinks = (me: UserId, serverUrl: string): WebsocketLinks => {
  const awarenesses = new WeakMap<Y.Doc, Awareness>();
  const awarenessOf = (doc: Y.Doc): Awareness => {
    const existing = awarenesses.get(doc);
    if (existing !== undefined) return existing;
    const created = new Awareness(doc);
    awarenesses.set(doc, created);
    return created;
  };

  return {
    awarenessOf,
    connect: (id, doc, at, events) => {
      // Asked anew at each connect, because the provider builds its URL then.
      const params = {
        protocol: String(protocolVersion),
        signed_in_as: me,
        get since() {
          return String(at().since);
        },
        get epoch() {
          return at().epoch;
        },
      };
      const provider = new WebsocketProvider(serverUrl, id, doc, {
        awareness: awarenessOf(doc),
        params,
        disableBc: true,
        connect: false,
      });
      // The outbox sends changes, in order and until they are acknowledged; the provider would send and forget.
      doc.off("update", provider._updateHandler);
      listen(provider, events);
      let isOver = false;
      provider.on("connection-close", (event) => {
        if (!isOver) events.closed(event?.code ?? null);
      });
      provider.connect();
      const reconnect = () => {
        provider.disconnect();
        provider.connect();
      };
      // A hint only, but a socket without a network says nothing for half a minute; a new one finds out.
      window.addEventListener("offline", reconnect);

      return {
        push: (message) => {
          if (provider.ws?.readyState === WebSocket.OPEN)
            provider.ws.send(encodePush(message) as Uint8Array<ArrayBuffer>);
        },
        reconnect,
        close: () => {
          isOver = true;
          window.removeEventListener("offline", reconnect);
          provider.destroy();
        },
      };
    },
  };
};

const listen = (provider: WebsocketProvider, events: LinkEvents): void => {
  type Handler = (encoder: encoding.Encoder, decoder: decoding.Decoder) => void;
  const handlers = provider.messageHandlers as Handler[];
  const synced = (update: Uint8Array) => {
    // A connection that got here did useful work: the provider's backoff starts over.
    provider.synced = true;
    events.synced(update);
  };
  for (const [number, read] of Object.entries(frameReaders({ ...events, synced }))) {
    handlers[Number(number)] = (_, decoder) => read(decoder);
  }
};
