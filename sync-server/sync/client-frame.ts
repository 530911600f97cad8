/** What a client sent, read before anything is done with it: what fails in here is its bytes, what fails later is ours. */
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { messageNumbers, type Push, readPush } from "../../shared/protocol/messages.ts";
import { fail, ok, type Result } from "../../shared/result.ts";

export type ClientFrame =
  | { kind: "step1"; stateVector: Uint8Array }
  | { kind: "update"; update: Uint8Array }
  | { kind: "awareness"; payload: Uint8Array }
  | { kind: "queryAwareness" }
  | ({ kind: "push" } & Push);

/** Never throws. */
export const readClientFrame = (frame: Uint8Array): Result<ClientFrame, string> => {
  try {
    return readMessage(decoding.createDecoder(frame));
  } catch {
    return fail("undecodable message");
  }
};

const readMessage = (decoder: decoding.Decoder): Result<ClientFrame, string> => {
  switch (decoding.readVarUint(decoder)) {
    case messageNumbers.sync:
      return readSync(decoder);
    case messageNumbers.awareness:
      return ok({ kind: "awareness", payload: decoding.readVarUint8Array(decoder) });
    case messageNumbers.queryAwareness:
      return ok({ kind: "queryAwareness" });
    case messageNumbers.push:
      return ok({ kind: "push", ...readPush(decoder) });
    default:
      return fail("unknown message");
  }
};

const readSync = (decoder: decoding.Decoder): Result<ClientFrame, string> => {
  const step = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  if (step === 0) return ok({ kind: "step1", stateVector: payload });
  // Step 2 and an update are alike: something the server may lack.
  return step <= 2 ? ok({ kind: "update", update: payload }) : fail("unknown sync step");
};

/** As long as the bytes, so it is asked only of who may ask for the whole document now. Never throws. */
export const isStateVector = (bytes: Uint8Array): boolean => {
  try {
    Y.decodeStateVector(bytes);
    return true;
  } catch {
    return false;
  }
};
