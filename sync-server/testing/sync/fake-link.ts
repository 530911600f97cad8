import type { Link } from "../../sync/connection.ts";
import { readServerFrame, type ServerFrame } from "./server-frame.ts";

export interface FakeLink extends Link {
  /** What came through, oldest first. */
  frames: ServerFrame[];
  closedWith: { code: number; reason: string } | null;
  /** While false, what is sent stays in the buffer. */
  isRead: boolean;
  /** The most that was ever in the buffer. */
  peakBytes: number;
  kinds(): ServerFrame["kind"][];
  of<Kind extends ServerFrame["kind"]>(kind: Kind): Extract<ServerFrame, { kind: Kind }>[];
  /** Reads what is in the buffer. */
  drain(): void;
}

export const createFakeLink = (): FakeLink => {
  let buffered: Uint8Array[] = [];
  const size = () => buffered.reduce((sum, frame) => sum + frame.length, 0);
  const link: FakeLink = {
    frames: [],
    closedWith: null,
    isRead: true,
    peakBytes: 0,
    send: (frame) => {
      if (link.closedWith !== null) throw new Error("sent after it was closed");
      buffered.push(frame);
      link.peakBytes = Math.max(link.peakBytes, size());
      if (link.isRead) link.drain();
    },
    close: (code, reason) => {
      link.closedWith ??= { code, reason };
    },
    bufferedBytes: size,
    drain: () => {
      link.frames.push(...buffered.map(readServerFrame));
      buffered = [];
    },
    kinds: () => link.frames.map(({ kind }) => kind),
    of: <Kind extends ServerFrame["kind"]>(kind: Kind) =>
      link.frames.filter((frame): frame is Extract<ServerFrame, { kind: Kind }> => frame.kind === kind),
  };
  return link;
};
