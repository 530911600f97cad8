/** How stock Yjs messages are framed: y-websocket's way, or Hocuspocus', which puts the document's name in front. */
import * as encoding from "lib0/encoding";

export interface Dialect {
  path(document: string, token: string): string;
  /** Bytes in front of every message. */
  prefix(document: string): Uint8Array;
  /** Sent before anything else; the answer must come before the document is there. */
  greeting(document: string, token: string): Uint8Array | null;
}

const nothing = new Uint8Array(0);

/** The server of ours asks who it is; the others ignore it. */
export const plainDialect = (folder: string): Dialect => ({
  path: (document, token) => `${folder}/${document}?token=${token}`,
  prefix: () => nothing,
  greeting: () => null,
});

const authMessage = 2;
const tokenMessage = 0;

export const hocuspocusDialect: Dialect = {
  path: () => "/",
  prefix: (document) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, document);
    return encoding.toUint8Array(encoder);
  },
  greeting: (document, token) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, document);
    encoding.writeVarUint(encoder, authMessage);
    encoding.writeVarUint(encoder, tokenMessage);
    encoding.writeVarString(encoder, token);
    return encoding.toUint8Array(encoder);
  },
};
