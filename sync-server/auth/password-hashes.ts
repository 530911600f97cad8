import { hash, verify } from "@node-rs/argon2";
import { limits } from "../limits.ts";

export interface PasswordHashes {
  /** PHC string, or null when too many are waiting. */
  hash(password: string): Promise<string | null>;
  /** Against a stored hash; `null` stands for an account that does not exist and costs the same. Null: too many wait. */
  verify(stored: string | null, password: string): Promise<boolean | null>;
}

/** OWASP's least for argon2id (the library's default variant). */
const parameters = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** Hashing is meant to be dear: two at once leave the other processor to everybody else. */
export const createPasswordHashes = async (): Promise<PasswordHashes> => {
  const nobody = await hash(crypto.randomUUID(), parameters);
  const gate = createGate(limits.hashesAtOnce, limits.hashQueue);
  return {
    hash: (password) => gate(() => hash(password, parameters)),
    verify: (stored, password) =>
      gate(async () => {
        const isRight = await verify(stored ?? nobody, password, parameters);
        return stored !== null && isRight;
      }),
  };
};

const createGate = (atOnce: number, queueLength: number) => {
  const queue: (() => void)[] = [];
  let running = 0;
  return async <Answer>(work: () => Promise<Answer>): Promise<Answer | null> => {
    if (running >= atOnce) {
      if (queue.length >= queueLength) return null;
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running++;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) running--;
      else next();
    }
  };
};
