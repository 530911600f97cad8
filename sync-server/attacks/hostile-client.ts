import WebSocket from "ws";
import { readServerFrame, type ServerFrame } from "../testing/sync/server-frame.ts";
import type { Target } from "./target.ts";

/** A socket that sends whatever it is told to. */
export interface HostileClient {
  frames: ServerFrame[];
  socket: WebSocket;
  /** Each as a binary frame. */
  send(...frames: Uint8Array[]): void;
  /** The close code; rejects when the socket is still open after so long. */
  closed(withinMs?: number): Promise<number>;
  /** The next frame of this kind that has not been asked for. */
  next<Kind extends ServerFrame["kind"]>(kind: Kind, withinMs?: number): Promise<Extract<ServerFrame, { kind: Kind }>>;
  isOpen(): boolean;
  end(): void;
}

export interface HostileOptions {
  token?: string;
  /** `protocol=1&since=0`, for the messages of the own app. */
  query?: string;
  headers?: Record<string, string>;
}

const patienceMs = 10_000;

/** Resolves when the server took the upgrade; rejects with its status when it did not. */
export const connectHostile = (
  target: Pick<Target, "host">,
  path: string,
  { token, query = "", headers = {} }: HostileOptions = {},
): Promise<HostileClient> => {
  const parameters = [query, token === undefined ? "" : `token=${token}`].filter((part) => part !== "").join("&");
  const socket = new WebSocket(`ws://${target.host}${path}?${parameters}`, { headers });
  const frames: ServerFrame[] = [];
  const asked = new Map<string, number>();
  let closeCode: number | null = null;
  socket.on("message", (data: Buffer) => frames.push(readServerFrame(new Uint8Array(data))));
  socket.on("close", (code) => {
    closeCode = code;
  });
  const client: HostileClient = {
    frames,
    socket,
    send: (...sent) => {
      for (const frame of sent) socket.send(frame, { binary: true });
    },
    closed: async (withinMs = patienceMs) => {
      await until(() => closeCode !== null, withinMs, "still open");
      return closeCode ?? 0;
    },
    next: async <Kind extends ServerFrame["kind"]>(kind: Kind, withinMs = patienceMs) => {
      const skip = asked.get(kind) ?? 0;
      asked.set(kind, skip + 1);
      const of = () => frames.filter((frame): frame is Extract<ServerFrame, { kind: Kind }> => frame.kind === kind);
      await until(() => of().length > skip || closeCode !== null, withinMs, `no ${kind}`);
      const found = of()[skip];
      if (found === undefined) throw new Error(`closed with ${closeCode} instead of ${kind}`);
      return found;
    },
    isOpen: () => socket.readyState === socket.OPEN,
    end: () => socket.terminate(),
  };
  return new Promise((resolve, reject) => {
    socket.on("open", () => resolve(client));
    socket.on("unexpected-response", (_request, response) => {
      reject(new Error(`refused with ${response.statusCode}`));
      socket.terminate();
    });
    socket.on("error", reject);
  });
};

export const until = async (isSo: () => boolean | Promise<boolean>, withinMs: number, complaint: string) => {
  for (const deadline = Date.now() + withinMs; !(await isSo()); ) {
    if (Date.now() > deadline) throw new Error(`${complaint} after ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
