/** One seeded history: a small company at work while everything that can fail does, then peace, then the reckoning. */
import type { TicketId } from "../shared/ids.ts";
import { people } from "../shared/sample-world.ts";
import { changeRights } from "./change-rights.ts";
import { createDatabase, type Database } from "./database.ts";
import { checkDevice, checkLog, checkNothingLost, contentOf, isUpToDate } from "./final-checks.ts";
import { createHostileClient, type HostileClient } from "./hostile-client.ts";
import { createNetwork } from "./network.ts";
import { createDraft, doSomething } from "./person-operations.ts";
import type { Plant } from "./plant.ts";
import type { SimRandom } from "./random.ts";
import { createServerNode, type ServerNode } from "./server-node.ts";
import { createSimDevice, type SimDevice } from "./sim-device.ts";
import { createWitness, type SimWitness } from "./witness.ts";
import { createWorld, type Violation, type World } from "./world.ts";

export interface HistoryResult {
  seed: number;
  violations: Violation[];
  traceHash: string;
  lines: readonly string[];
  counts: Record<string, number>;
}

/** Bound for everything to arrive once nothing fails any more: a queue that is stuck is a failure, not slowness. */
const settleMs = 240_000;
const dayMs = 86_400_000;

interface Cast {
  world: World;
  database: Database;
  witness: SimWitness;
  nodes: ServerNode[];
  devices: SimDevice[];
  hostile: HostileClient[];
  tickets: TicketId[];
  random: SimRandom;
  connectHostile(): HostileClient | null;
}

export const runHistory = async (seed: number, plant: Plant | null = null): Promise<HistoryResult> => {
  const world = createWorld(seed, plant);
  const cast = assemble(world);
  await act(cast);
  await settle(cast);
  reckon(cast);
  return {
    seed,
    violations: world.violations,
    traceHash: world.traceHash(),
    lines: world.lines(),
    counts: { ...world.counts, events: world.schedule.count(), entries: logLength(cast), tickets: cast.tickets.length },
  };
};

const assemble = (world: World): Cast => {
  const random = world.random.fork();
  const nodes: ServerNode[] = [];
  const network = createNetwork(world, () => nodes);
  let database: Database | null = null;
  const witness = createWitness(world, () => {
    if (database === null) throw new Error("no database yet");
    return database.tables;
  });
  database = createDatabase(world, witness);
  for (const name of ["node-a", "node-b"]) {
    const node: ServerNode = createServerNode(name, {
      world,
      database,
      witness,
      died: () => network.nodeDied(node),
      hintOthers: (id, seq) => {
        for (const other of nodes) {
          // NOTIFY is only a hint: it is late, or lost.
          if (other === node || random.chance(0.2)) continue;
          world.schedule.after(1 + random.int(30), () => other.hinted(id, seq));
        }
      },
    });
    nodes.push(node);
    node.start();
  }
  const devices = castPeople(random).map((person, i) => {
    const skewMs = random.chance(0.5) ? 0 : Math.round((random.next() * 2 - 1) * dayMs);
    const name = `d${i}`;
    return createSimDevice(world, name, person, network.connectClient(name), skewMs);
  });
  const cast: Cast = {
    world,
    database,
    witness,
    nodes,
    devices,
    hostile: [],
    tickets: [],
    random,
    connectHostile: () => {
      if (cast.tickets.length === 0) return null;
      const name = `h${cast.hostile.length}`;
      // Mostly somebody who may read the ticket: a stranger does not get far enough to do harm.
      const person = random.pick(random.chance(0.8) ? readers : Object.values(people));
      const id = random.pick(cast.tickets);
      const ownerOf = (yjsClient: number) => witness.tickets.get(id)?.owners.get(yjsClient);
      const client = createHostileClient(world, name, person, id, network.connectClient(name), ownerOf);
      cast.hostile.push(client);
      return client;
    },
  };
  for (const device of devices) device.boot();
  return cast;
};

const readers = [
  people["marketing-1"],
  people["marketing-head"],
  people["creative-head"],
  people["creative-1"],
  people.admin,
];

/** Three to six devices; now and then two of one person. */
const castPeople = (random: SimRandom) => {
  const cast = [people["marketing-1"], people["creative-head"], people["marketing-head"]];
  const more = [
    people["creative-1"],
    people.admin,
    people["creative-2"],
    people["sales-1"],
    people["marketing-1"],
    people["creative-head"],
  ];
  const count = random.int(4);
  for (let i = 0; i < count; i++) cast.push(random.pick(more));
  return cast;
};

const act = async (cast: Cast): Promise<void> => {
  const { world, devices, random } = cast;
  await world.schedule.pass(500);
  const first = createDraft(devices[0] as SimDevice, random);
  if (first !== null) cast.tickets.push(first);
  const operations = 100 + random.int(50);
  for (let i = 0; i < operations; i++) {
    await world.schedule.pass(Number(random.weighted({ 15: 4, 120: 5, 700: 3, 6000: 0.3 })) * (0.5 + random.next()));
    const what = operate(cast);
    if (what !== null) world.trace(what);
  }
};

const operate = (cast: Cast): string | null => {
  const { world, devices, nodes, database, random } = cast;
  const kind = random.weighted({
    person: 100,
    draft: cast.tickets.length < 3 ? 3 : 0,
    offline: 5,
    online: 7,
    deviceCrash: 2.5,
    deviceCrashAtStep: 2.5,
    boot: 8,
    nodeCrash: 1.5,
    nodeCrashAtStep: 2.5,
    nodeStart: 6,
    databaseDown: 0.7,
    databaseUp: 3,
    rights: 2.5,
    hostile: 6,
    sync: 2,
  });
  const device = random.pick(devices);
  const { line, name } = device;
  switch (kind) {
    case "person": {
      const what = doSomething(world, device, random, cast.tickets);
      return what === null ? null : `${name} (${device.person.username}) ${what}`;
    }
    case "draft": {
      const id = createDraft(device, random);
      if (id !== null) cast.tickets.push(id);
      return `${name} creates ${id}`;
    }
    case "offline":
      line.setOnline(false);
      return `${name} goes offline`;
    case "online":
      line.setOnline(true);
      if (random.chance(0.7)) device.engine()?.wake();
      return `${name} is online`;
    case "deviceCrash":
      device.crash();
      return `${name} is switched off`;
    case "deviceCrashAtStep":
      device.crashAtStep(1 + random.int(12));
      return null;
    case "boot":
      for (const off of devices) if (off.engine() === null && random.chance(0.6)) off.boot();
      return null;
    case "nodeCrash": {
      const node = random.pick(nodes);
      node.crash();
      return `${node.name} is killed`;
    }
    case "nodeCrashAtStep":
      database.crashAtStep(1 + random.int(20));
      return null;
    case "nodeStart":
      for (const node of nodes) node.start();
      return null;
    case "databaseDown":
      database.setDown(true);
      return "the database goes away";
    case "databaseUp":
      database.setDown(false);
      return null;
    case "rights":
      return changeRights(
        world,
        random,
        cast.hostile.filter((client) => !client.isOut()).map(({ person }) => person.id),
      );
    case "hostile": {
      const inside = cast.hostile.filter((client) => !client.isOut());
      const isNew = inside.length === 0 || (inside.length < 3 && random.chance(0.15));
      const client = isNew ? cast.connectHostile() : random.pick(inside);
      return client === null ? null : `hostile ${client.person.username}: ${client.attack()}`;
    }
    case "sync":
      device.engine()?.wake();
      return `${name} is woken`;
  }
};

/** Nothing fails any more, everybody is online; then all of it must arrive. */
const settle = async (cast: Cast): Promise<void> => {
  const { world, database, nodes, devices, hostile } = cast;
  world.trace("peace");
  database.heal();
  for (const person of world.directories.now().people.values()) {
    if (!person.isActive) world.directories.changePerson(person.id, { isActive: true });
  }
  for (const node of nodes) node.start();
  for (const device of devices) {
    device.heal();
    device.boot();
    device.line.setOnline(true);
  }
  await world.schedule.pass(2_500);
  for (const device of devices) device.engine()?.wake();
  for (let waited = 0; waited < settleMs && !isSettled(cast); waited += 500) await world.schedule.pass(500);
  for (const { name, disk } of devices) {
    if (disk.outbox.size === 0) continue;
    const rows = [...disk.outbox.values()].map(({ n, ticketId, what }) => `${n} ${what} of ${ticketId}`);
    world.violated("I1", `${name} still has ${rows.length} changes to send: ${rows.slice(0, 3).join("; ")}`);
  }
  // What is in memory writes itself down, and the last rows follow their descriptions.
  await world.schedule.pass(3_000);
  for (const client of hostile) checkHostile(cast, client);
  for (const client of hostile) client.stop();
};

/** Every outbox is empty, and every device stands where the log stands. Whether the contents agree is looked at later. */
const isSettled = ({ world, witness, devices, database }: Cast): boolean =>
  [...witness.tickets.values()].every(({ id, seq }) => database.tables.rows.get(id)?.seq === seq) &&
  devices.every((device) => device.disk.outbox.size === 0 && isUpToDate(device, witness, world.directories.now()));

/** A stock client that was not thrown out shows what everybody shows. */
const checkHostile = ({ world, witness }: Cast, client: HostileClient): void => {
  const doc = client.doc();
  const witnessed = witness.tickets.get(client.ticket);
  if (doc === null || witnessed === undefined || doc.store.clients.size === 0) return;
  if (contentOf(doc) !== contentOf(witnessed.replay.doc))
    world.violated("I1", `${client.person.username}'s stock client differs on ${client.ticket}`);
};

const reckon = ({ world, database, witness, devices }: Cast): void => {
  checkLog(world, database, witness);
  for (const device of devices) {
    checkDevice(world, device, witness, world.directories.now());
    checkNothingLost(world, device, witness);
  }
};

const logLength = ({ database }: Cast): number =>
  [...database.tables.log.values()].reduce((sum, log) => sum + log.length, 0);
