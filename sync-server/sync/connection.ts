/**
 * One socket on one ticket: y-websocket's protocol for everybody, and acknowledged pushes for those that ask for them.
 * Transport-free: bytes come in by `receive` and go out by `link`.
 */
import * as Y from "yjs";
import { canRead } from "../../shared/access/can.ts";
import type { Directory } from "../../shared/access/directory.ts";
import type { TicketId } from "../../shared/ids.ts";
import { type CloseCode, closeCodes } from "../../shared/protocol/close-codes.ts";
import { encodeAcked, encodeRefused, encodeSync, encodeWelcome, type Push } from "../../shared/protocol/messages.ts";
import { isSupportedVersion, protocolVersion } from "../../shared/protocol/version.ts";
import { limits } from "../limits.ts";
import { type ClientFrame, isStateVector, readClientFrame } from "./client-frame.ts";
import type { Clock } from "./clock.ts";
import { createEntryPace } from "./entry-pace.ts";
import type { Follower } from "./followers.ts";
import { emptyAwarenessFrame, type Participant, type Presence, type PresentUser } from "./presence.ts";
import { createPresencePace } from "./presence-pace.ts";
import type { Room } from "./room.ts";
import type { RefusedCode, SubmitResult } from "./submission.ts";
import type { SyncCore } from "./sync-core.ts";
import type { TicketStore } from "./ticket-store.ts";
import { createTokenBucket } from "./token-bucket.ts";

/** The way to the client. */
export interface Link {
  send(frame: Uint8Array): void;
  close(code: CloseCode, reason: string): void;
  /** Bytes handed to `send` that have not left yet. */
  bufferedBytes(): number;
}

export interface ConnectionOptions {
  /** Protocol version asked for, or null for a stock client. */
  protocol: number | null;
  /** Rich clients: the newest entry they hold, and the history they know (empty: none). */
  since: number;
  epoch: string;
}

export interface ConnectionDeps {
  core: SyncCore;
  store: Pick<TicketStore, "epoch" | "repairsSince" | "tail">;
  presence: Presence;
  directory: () => Directory;
  clock: Clock;
}

export interface Connection {
  receive(frame: Uint8Array): void;
  /** The socket is gone. */
  closed(): void;
}

const closeCodeOf: Record<RefusedCode, CloseCode> = {
  malformed: closeCodes.malformed,
  unknown_root: closeCodes.malformed,
  unsafe_value: closeCodes.malformed,
  too_large: closeCodes.tooLarge,
  foreign_client_id: closeCodes.foreignClientId,
  forbidden: closeCodes.forbidden,
  inactive: closeCodes.sessionEnded,
};

/** Frames that arrive before the ticket has been looked up wait; they are few, or the client is not honest. */
export const openConnection = (
  user: PresentUser,
  ticketId: TicketId,
  link: Link,
  options: ConnectionOptions,
  deps: ConnectionDeps,
): Connection => {
  const { core, clock, presence, store } = deps;
  const room: Room = core.room(ticketId);
  const isRich = options.protocol !== null;
  const frames = createTokenBucket(limits.framesPerSecond, limits.framesBurst, clock);
  const fullSyncs = createTokenBucket(limits.fullSyncsPer10s / 10, limits.fullSyncsPer10s, clock);
  const passPresence = createPresencePace(clock, (payload) => {
    if (open && !presence.receive(participant, payload)) end(closeCodes.malformed, "undecodable presence");
  });
  let open = true;
  let started = false;
  const early: Uint8Array[] = [];
  let earlyBytes = 0;

  const end = (code: CloseCode, reason: string) => {
    if (!open) return;
    leave();
    link.close(code, reason);
  };
  const leave = () => {
    open = false;
    room.followers.remove(follower);
    presence.leave(participant);
  };

  /** T40: whoever asks on without reading the answers is sent away. One answer may be larger than what is held. */
  const send = (frame: Uint8Array) => {
    const buffered = link.bufferedBytes();
    const fits = buffered === 0 || buffered + frame.length <= limits.bufferedHardBytes;
    if (!fits) end(closeCodes.tryLater, "reads too slowly");
    else if (open) link.send(frame);
  };

  const pace = createEntryPace({
    clock,
    isOpen: () => open,
    bufferedBytes: link.bufferedBytes,
    send: (entry) => {
      if (!isRich) return link.send(entry.plain());
      const repaired = entry.repaired(user.id);
      if (repaired !== null) link.send(repaired);
      link.send(entry.rich());
    },
    tail: (afterSeq) => store.tail(ticketId, afterSeq),
    end,
  });
  const follower: Follower = { userId: user.id, entry: pace.entry, close: (code) => end(code, "server") };

  const participant: Participant = {
    user,
    send: (frame) => {
      // Presence is worth nothing late: a slow reader simply misses it.
      if (open && link.bufferedBytes() <= limits.bufferedSoftBytes) link.send(frame);
    },
  };

  const start = async () => {
    const { seq, access } = await room.open();
    const person = deps.directory().people.get(user.id);
    if (!open) return;
    if (person === undefined || !person.isActive) return end(closeCodes.sessionEnded, "account");
    if (access !== null && !canRead(person, access, deps.directory())) return end(closeCodes.forbidden, "no access");
    pace.begin(seq);
    room.followers.add(follower);
    if (isRich && !(await welcome(seq))) return;
    const { bytes } = await room.read();
    if (!open) return;
    send(encodeSync(0, Y.encodeStateVectorFromUpdate(bytes)));
    await pace.catchUp();
    if (!open) return;
    presence.join(participant);
    presence.tell(participant);
    started = true;
    for (const frame of early.splice(0)) handle(frame);
    beat();
  };

  const welcome = async (seq: number): Promise<boolean> => {
    const epoch = await store.epoch();
    const repairs = await store.repairsSince([{ id: ticketId, sinceSeq: options.since }], user.id);
    const missed = repairs.get(ticketId) ?? [];
    if (!open) return false;
    send(encodeWelcome({ version: protocolVersion, epoch, seq, serverNow: clock.now(), missed }));
    if (!isSupportedVersion(options.protocol ?? 0)) end(closeCodes.malformed, "protocol version");
    else if (options.epoch !== "" && options.epoch !== epoch) end(closeCodes.historyReplaced, "history replaced");
    return open;
  };

  /** A y-websocket client drops a link that is silent for 30 s. */
  const beat = () => {
    clock.setTimer(limits.pingMs, () => {
      if (!open) return;
      participant.send(emptyAwarenessFrame());
      beat();
    });
  };

  const handle = (frame: Uint8Array) => {
    try {
      const read = readClientFrame(frame);
      if (!read.ok) return end(closeCodes.malformed, read.error);
      act(read.value);
    } catch (error) {
      failed(error);
    }
  };

  const act = (message: ClientFrame) => {
    switch (message.kind) {
      case "step1":
        return void answerStateVector(message.stateVector).catch(failed);
      case "update":
        return core.deliver(user.id, ticketId, message.update, settlePlain);
      case "awareness":
        return takePresence(message.payload);
      case "queryAwareness":
        return presence.tell(participant);
      case "push":
        return takePush(message);
    }
  };

  /** The frame could be read, so this is ours: an honest client must not give up for good over it. */
  const failed = (error: unknown) => {
    core.log.error({ ticket: ticketId, error }, "a connection gave up what it was doing");
    end(closeCodes.tryLater, "server");
  };

  const answerStateVector = async (stateVector: Uint8Array) => {
    if (!fullSyncs.take()) return end(closeCodes.tooMany, "too many full syncs");
    // One byte says 'nothing', and a new client asks so.
    const holdsNothing = stateVector.length <= 1;
    if (!holdsNothing && !isStateVector(stateVector)) return end(closeCodes.malformed, "undecodable state vector");
    const bytes = await readRoom();
    if (bytes !== null) send(encodeSync(1, holdsNothing ? bytes : Y.diffUpdate(bytes, stateVector)));
  };

  /** Null when the connection has ended meanwhile, also because there was nothing to be read from. */
  const readRoom = async (): Promise<Uint8Array | null> => {
    const read = await room.read().catch(unread);
    return open && read !== undefined ? read.bytes : null;
  };

  const unread = (error: unknown) => {
    core.log.warn({ ticket: ticketId, error }, "a connection could not read its ticket");
    end(closeCodes.tryLater, "storage");
  };

  const settlePlain = (result: SubmitResult) => {
    if (!open) return;
    if (result.kind === "refused") end(closeCodeOf[result.code], result.code);
    if (result.kind === "later") end(closeCodes.tryLater, "storage");
    if (result.kind === "missing") void askForMore().catch(failed);
  };

  /** Nothing is kept pending: the client is told what the ticket holds and sends what is missing. */
  const askForMore = async () => {
    if (!fullSyncs.take()) return end(closeCodes.tooMany, "keeps referring to what it does not send");
    const bytes = await readRoom();
    if (bytes !== null) send(encodeSync(0, Y.encodeStateVectorFromUpdate(bytes)));
  };

  const takePush = ({ ref, update }: Push) => {
    if (!isRich) return end(closeCodes.malformed, "push without a protocol version");
    core.deliver(user.id, ticketId, update, (result) => {
      if (!open) return;
      if (result.kind === "acked") send(encodeAcked({ ref, seq: result.seq }));
      else if (result.kind === "later") end(closeCodes.tryLater, "storage");
      else if (result.kind === "missing") send(encodeRefused({ ref, code: "missing", facts: {} }));
      else send(encodeRefused({ ref, code: result.code, facts: result.facts }));
    });
  };

  const takePresence = (payload: Uint8Array) => {
    if (payload.length > limits.awarenessBytes) return end(closeCodes.tooLarge, "presence too large");
    passPresence(payload);
  };

  start().catch(unread);

  return {
    receive: (frame) => {
      if (!open) return;
      if (frame.length > limits.frameBytes) return end(closeCodes.tooLarge, "frame too large");
      if (!frames.take()) return end(closeCodes.tooMany, "too many frames");
      if (started) return handle(frame);
      earlyBytes += frame.length;
      if (earlyBytes > limits.bufferedHardBytes) return end(closeCodes.tooMany, "too much before it was welcomed");
      early.push(frame);
    },
    closed: () => {
      if (open) leave();
    },
  };
};
