/** Lines between clients and server nodes behind one load balancer. */
import { createPipe, type Pipe, type PipeEars, type PipeEnd } from "./pipe.ts";
import type { ServerNode } from "./server-node.ts";
import type { World } from "./world.ts";

/** How one client is connected to the world. */
export interface ClientLine {
  isOnline(): boolean;
  setOnline(isOnline: boolean): void;
  /** Dials a node; `accept` runs there when the call arrives. The answer is the client's end. */
  dial<Up, Down>(ears: PipeEars<Down>, accept: (node: ServerNode, client: PipeEnd<Down>) => PipeEars<Up>): PipeEnd<Up>;
  /** One request and its answer; null when either got lost. */
  request<Answer>(ask: (node: ServerNode) => Promise<Answer>): Promise<Answer | null>;
  cutAll(): void;
}

export interface Network {
  connectClient(name: string): ClientLine;
  nodeDied(node: ServerNode): void;
  /** Nothing gets lost any more. */
  heal(): void;
}

interface Line {
  node: ServerNode;
  client: string;
  pipe: Pipe<never, never>;
}

export const createNetwork = (world: World, nodes: () => readonly ServerNode[]): Network => {
  const { schedule } = world;
  const random = world.random.fork();
  const lines = new Set<Line>();
  let isHealed = false;

  const pickNode = (): ServerNode | null => {
    const up = nodes().filter((node) => node.isUp());
    return up.length === 0 ? null : random.pick(up);
  };

  const connectClient = (name: string): ClientLine => {
    let isOnline = true;
    const own = () => [...lines].filter(({ client }) => client === name);

    return {
      isOnline: () => isOnline,
      setOnline: (online) => {
        isOnline = online;
        if (online) return;
        for (const line of own()) {
          // Some networks go without a word.
          if (isHealed || random.chance(0.7)) line.pipe.cut();
          else line.pipe.swallow();
        }
      },
      dial: (ears, accept) => {
        const node = isOnline ? pickNode() : null;
        let far: PipeEars<unknown> | null = null;
        const early: unknown[] = [];
        const slownessMs = 1 + random.int(random.chance(0.1) ? 400 : 40);
        const pipe: Pipe<never, never> = createPipe<unknown, unknown>(schedule, random, slownessMs, {
          a: {
            message: (message) => ears.message(message as never),
            closed: (code) => {
              lines.delete(line);
              ears.closed(code);
            },
          },
          b: {
            message: (message) => (far === null ? early.push(message) : far.message(message)),
            closed: (code) => {
              lines.delete(line);
              far?.closed(code);
            },
          },
        }) as Pipe<never, never>;
        const line: Line = { node: node as ServerNode, client: name, pipe };
        if (node === null) {
          schedule.after(5 + random.int(50), () => pipe.cut());
          return pipe.a as PipeEnd<never>;
        }
        lines.add(line);
        schedule.after(5 + random.int(50), () => {
          if (!pipe.isOpen()) return;
          if (!node.isUp() || !isOnline) return pipe.cut();
          far = accept(node, pipe.b as PipeEnd<never>) as PipeEars<unknown>;
          for (const message of early) far.message(message);
        });
        return pipe.a as PipeEnd<never>;
      },
      request: (ask) =>
        new Promise((resolve) => {
          const node = isOnline ? pickNode() : null;
          const lost = () => schedule.after(20 + random.int(2_000), () => resolve(null));
          const isLost = () => !isOnline || (!isHealed && random.chance(0.03));
          if (node === null || isLost()) return void lost();
          const arrive = () => {
            if (!node.isUp()) return void lost();
            ask(node).then((answer) => {
              if (isLost()) return void lost();
              schedule.after(2 + random.int(60), () => resolve(answer));
            });
          };
          schedule.after(2 + random.int(60), arrive);
          // A proxy may send a request twice; the second answer goes nowhere.
          if (!isHealed && random.chance(0.05))
            schedule.after(2 + random.int(300), () => node.isUp() && void ask(node));
          // A node that dies with the request never answers: the client's own patience ends it.
          schedule.after(60_000, () => resolve(null));
        }),
      cutAll: () => {
        for (const line of own()) line.pipe.cut();
      },
    };
  };

  return {
    connectClient,
    nodeDied: (node) => {
      for (const line of [...lines]) if (line.node === node) line.pipe.cut();
    },
    heal: () => {
      isHealed = true;
    },
  };
};
