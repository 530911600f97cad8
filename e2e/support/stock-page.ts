/** Runs in the browser: nothing but Yjs and y-websocket's own provider, as the README tells others to use them. */
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

/** What a reader sees of a ticket. */
export interface Seen {
  maps: Record<string, Record<string, unknown>>;
  description: string;
}

const mapNames = ["fields", "comments", "attachments", "actions", "rulings", "state"];

const join = (ticket: string) => {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${location.origin.replace("http", "ws")}/sync`, ticket, doc, {
    disableBc: true,
  });
  const look = (): Seen => ({
    maps: Object.fromEntries(mapNames.map((name) => [name, doc.getMap(name).toJSON()])),
    description: doc.getXmlFragment("description").toString(),
  });
  /** Every state it was ever in since it had all of the ticket, as soon as the transaction that made it so was through. */
  const seen: Seen[] = [];
  doc.on("afterTransaction", () => {
    if (provider.synced) seen.push(look());
  });
  const closes: number[] = [];
  provider.on("connection-close", (event) => closes.push(event?.code ?? 0));
  return {
    doc,
    provider,
    look,
    seen,
    closes,
    write: (words: string) => firstText(doc).insert(0, words),
    /** Writes under the Yjs client id of somebody else who has written here. */
    forge: (words: string) => {
      const others = [...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()].filter(
        (client) => client !== doc.clientID && client !== serversOwn,
      );
      const forged = new Y.Doc();
      Y.applyUpdate(forged, Y.encodeStateAsUpdate(doc));
      forged.clientID = others[0] ?? Number.NaN;
      firstText(forged).insert(0, words);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(forged));
    },
  };
};

const serversOwn = 1;
const firstText = (doc: Y.Doc) => (doc.getXmlFragment("description").get(0) as Y.XmlElement).get(0) as Y.XmlText;

declare global {
  interface Window {
    /** The one that speaks here; joined anew by `joinStock`. */
    stock: ReturnType<typeof join>;
    joinStock: (ticket: string) => void;
  }
}

window.joinStock = (ticket) => {
  window.stock?.provider.destroy();
  window.stock = join(ticket);
};
