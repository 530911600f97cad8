import type { SimRandom } from "./random.ts";
import type { Schedule } from "./schedule.ts";

/** One end of a connection. */
export interface PipeEnd<Out> {
  send(message: Out): void;
  /** Ends the connection; the other end hears `code` after everything sent before. */
  close(code: number | null): void;
}

export interface PipeEars<In> {
  message(message: In): void;
  /** Once, when the connection is gone. */
  closed(code: number | null): void;
}

export interface Pipe<AtoB, BtoA> {
  a: PipeEnd<AtoB>;
  b: PipeEnd<BtoA>;
  /** The line is cut: what is under way is lost, both ends hear of it. */
  cut(): void;
  /** The line swallows everything; nobody hears of it before a watchdog does. */
  swallow(): void;
  isOpen(): boolean;
}

const shortestMs = 2;
const watchdogMs = 30_000;

/** Messages arrive in order, each after a delay of its own; never twice. */
export const createPipe = <AtoB, BtoA>(
  schedule: Schedule,
  random: SimRandom,
  slownessMs: number,
  earsOf: { a: PipeEars<BtoA>; b: PipeEars<AtoB> },
): Pipe<AtoB, BtoA> => {
  let isOpen = true;
  let isSwallowing = false;
  const closed = { a: false, b: false };

  const hearClosed = (end: "a" | "b", code: number | null) => {
    if (closed[end]) return;
    closed[end] = true;
    earsOf[end].closed(code);
  };

  const lane = <Message>(to: "a" | "b", hear: (message: Message) => void) => {
    let free = 0;
    return (deliver: Message | { code: number | null }, isClose: boolean) => {
      if (!isOpen || isSwallowing) return;
      free = Math.max(free, schedule.now() + shortestMs + random.int(slownessMs));
      schedule.after(free - schedule.now(), () => {
        if (isSwallowing || closed[to]) return;
        if (isClose) hearClosed(to, (deliver as { code: number | null }).code);
        else hear(deliver as Message);
      });
    };
  };
  const toB = lane<AtoB>("b", (message) => earsOf.b.message(message));
  const toA = lane<BtoA>("a", (message) => earsOf.a.message(message));

  return {
    a: {
      send: (message) => toB(message, false),
      close: (code) => {
        toB({ code }, true);
        isOpen = false;
        closed.a = true;
      },
    },
    b: {
      send: (message) => toA(message, false),
      close: (code) => {
        toA({ code }, true);
        isOpen = false;
        closed.b = true;
      },
    },
    cut: () => {
      if (!isOpen && closed.a && closed.b) return;
      isOpen = false;
      isSwallowing = true;
      schedule.after(random.int(50), () => hearClosed("a", null));
      schedule.after(random.int(50), () => hearClosed("b", null));
    },
    swallow: () => {
      isSwallowing = true;
      schedule.after(watchdogMs, () => hearClosed("a", null));
      schedule.after(watchdogMs * 2, () => hearClosed("b", null));
    },
    isOpen: () => isOpen,
  };
};
