import { execFileSync, type SpawnOptions, spawnSync } from "node:child_process";
import { chmodSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** How PostgreSQL's programs are run: it refuses to run as root, so root hands them to another user. */
export interface PostgresAccount {
  uid: number | null;
  gid: number | null;
  /** Turns a command into the one to spawn, with its options. */
  wrap(program: string, args: readonly string[]): { program: string; args: string[]; options: SpawnOptions };
}

/**
 * `folders` are what the account must reach: the database's folder and the programs. Where one of their parents is
 * closed to others (/root, a private temporary folder), the account is given the one capability to pass through.
 */
export const choosePostgresAccount = (folders: readonly string[]): PostgresAccount => {
  if (process.getuid?.() !== 0) {
    return { uid: null, gid: null, wrap: (program, args) => ({ program, args: [...args], options: {} }) };
  }
  const { uid, gid } = findOrCreateUser();
  const isClosed = folders.some((folder) => !isReachable(folder, uid, gid));
  return {
    uid,
    gid,
    wrap: (program, args) =>
      isClosed
        ? { program: "setpriv", args: [...passThrough(uid, gid), program, ...args], options: {} }
        : { program, args: [...args], options: { uid, gid } },
  };
};

const passThrough = (uid: number, gid: number) => [
  `--reuid=${uid}`,
  `--regid=${gid}`,
  "--clear-groups",
  "--inh-caps=-all,+dac_override",
  "--ambient-caps=-all,+dac_override",
  "--bounding-set=-all,+dac_override",
  "--",
];

const userNames = ["postgres", "slate-postgres"];

const findOrCreateUser = (): { uid: number; gid: number } => {
  for (const name of userNames) {
    const found = lookUp(name);
    if (found !== null) return found;
  }
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    "slate-postgres",
  ]);
  const found = lookUp("slate-postgres") ?? lookUp("nobody");
  if (found === null)
    throw new Error("PostgreSQL does not run as root and no other user could be made; set DATABASE_URL");
  return found;
};

const lookUp = (name: string): { uid: number; gid: number } | null => {
  try {
    const ask = (flag: string) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
};

const isReachable = (folder: string, uid: number, gid: number): boolean => {
  const stat = statSync(folder);
  const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
  if ((stat.mode & bit) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || isReachable(parent, uid, gid);
};

/** Root's data folder holds the database of another user, who must be able to pass through it (files in it stay 0600). */
export const openForPassing = (folder: string): void => {
  if (process.getuid?.() === 0) chmodSync(folder, statSync(folder).mode | 0o011);
};
