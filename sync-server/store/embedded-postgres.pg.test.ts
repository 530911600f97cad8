/** The database in the data folder, with real processes. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { createLog } from "../logging.ts";
import { endLeftPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { identifyProcess } from "./process-identity.ts";
import { createSql, type Sql } from "./sql.ts";

const folders: string[] = [];
const newFolder = (name = "") => {
  const folder = join(mkdtempSync(join(tmpdir(), "slate-embedded-")), name);
  folders.push(folder);
  return folder;
};
afterAll(async () => {
  for (const folder of folders) {
    await endLeftPostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  }
});

const start = (dataDir: string, onGaveUp = () => {}) =>
  startEmbeddedPostgres({ dataDir, log: createLog("silent"), onGaveUp });
const retry = async <Answer>(ask: () => PromiseLike<Answer>): Promise<Answer> => {
  for (let tries = 0; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(50);
    }
  }
};
const settingsOf = async (sql: Sql) => {
  const [row] = await sql`
    select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous,
      current_setting('listen_addresses') as addresses, datlocale as locale, pg_encoding_to_char(encoding) as encoding
    from pg_database where datname = current_database()`;
  return row;
};

describe("the embedded database", () => {
  it("stores with fsync, listens on a socket in a folder of its own, and asks for the kept password", async () => {
    const folder = newFolder();
    const database = await start(folder);
    const sql = createSql(database.address);
    expect(await settingsOf(sql)).toEqual({
      fsync: "on",
      synchronous: "on",
      addresses: "",
      locale: "C.UTF-8",
      encoding: "UTF8",
    });
    expect(statSync(join(folder, "postgres")).mode & 0o777).toBe(0o700);
    const secret = join(folder, "postgres-password");
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    expect(readFileSync(secret, "utf8")).toMatch(/^[\w-]{32}$/);
    const stranger = createSql({ ...database.address, password: "guess" }, { connections: 1 });
    await expect(stranger`select 1`).rejects.toThrow("password authentication failed");
    await Promise.all([sql.end(), stranger.end()]);
    await database.stop();
    expect(identifyProcess(database.pid())).toBeNull();
  });

  it("is taken over from a server that was killed, with all that was committed", async () => {
    const folder = newFolder();
    const server = await spawnServer(folder);
    const killed = new Promise((resolve) => server.child.once("exit", resolve));
    server.child.kill("SIGKILL");
    await killed;
    const startedAt = performance.now();
    const database = await start(folder);
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect(database.pid()).toBe(server.databasePid);
    const sql = createSql(database.address);
    expect(await sql`select * from kept`).toEqual([{ word: "here" }]);
    await sql.end();
    await database.stop();
  });

  it("starts again when its process is killed, and pools find it", async () => {
    const folder = newFolder();
    const database = await start(folder);
    const sql = createSql(database.address);
    await sql`create table kept as select 'here'::text as word`;
    for (let kill = 0; kill < 3; kill++) {
      const before = database.pid();
      process.kill(before, "SIGKILL");
      const startedAt = performance.now();
      while (database.pid() === before) await sleep(20);
      expect(await retry(() => sql`select word from kept`)).toEqual([{ word: "here" }]);
      expect(performance.now() - startedAt).toBeLessThan(5000);
    }
    await sql.end();
    await database.stop();
  }, 30_000);

  it("gives up when it dies again and again", async () => {
    const folder = newFolder();
    let hasGivenUp = false;
    const database = await start(folder, () => {
      hasGivenUp = true;
    });
    for (let kill = 0; kill < 60 && !hasGivenUp; kill++) {
      if (identifyProcess(database.pid()) !== null) process.kill(database.pid(), "SIGKILL");
      await sleep(400);
    }
    expect(hasGivenUp).toBe(true);
    await database.stop();
  }, 30_000);

  it("never takes a half-made folder for a whole one", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "postgres.new"), { recursive: true });
    const database = await start(folder);
    expect(readdirSync(folder).filter((name) => name.startsWith("postgres.new"))).toEqual([]);
    await database.stop();
  });

  it("uses a loopback port, the same every time, where the folder's name is too long for a socket", async () => {
    const folder = newFolder("a-very-long-name-of-a-folder/".repeat(4));
    const first = await start(folder);
    expect(first.address).toMatchObject({ host: "127.0.0.1" });
    await first.stop();
    const second = await start(folder);
    expect(second.address.port).toBe(first.address.port);
    const sql = createSql(second.address);
    expect(await settingsOf(sql)).toMatchObject({ addresses: "127.0.0.1" });
    await sql.end();
    await second.stop();
  });

  it.skipIf(process.getuid?.() !== 0)("runs for root below a folder that is closed to others", async () => {
    const closed = mkdtempSync(join(tmpdir(), "slate-embedded-"));
    expect(statSync(closed).mode & 0o777).toBe(0o700);
    const folder = join(closed, "data");
    folders.push(folder);
    const database = await start(folder);
    const sql = createSql(database.address);
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    await sql.end();
    await database.stop();
  });
});

/** A process of its own that starts the database, writes, and waits to be killed. */
const spawnServer = async (folder: string): Promise<{ child: ChildProcess; databasePid: number }> => {
  const here = import.meta.dirname;
  const script = `
    const { startEmbeddedPostgres } = await import("${here}/embedded-postgres.ts");
    const { createSql } = await import("${here}/sql.ts");
    const { createLog } = await import("${here}/../logging.ts");
    const database = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(folder)}, log: createLog("silent"), onGaveUp() {} });
    const sql = createSql(database.address);
    await sql\`create table kept as select 'here'::text as word\`;
    console.log(database.pid());
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const databasePid = await new Promise<number>((resolve) =>
    child.stdout.once("data", (line) => resolve(Number(line))),
  );
  return { child, databasePid };
};
