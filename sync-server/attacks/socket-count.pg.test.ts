import { beforeAll, describe, expect, it } from "vitest";
import { newId, type TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import type { SampleUsername } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { connectHostile, type HostileClient } from "./hostile-client.ts";
import { underAttack } from "./under-attack.ts";

const target = underAttack();
let id: TicketId;
beforeAll(async () => {
  id = await target().ticket("requested");
});

describe("[T6] sockets", () => {
  const connect = (token: string) => connectHostile(target(), `/sync/${id}`, { token });
  const open = async (username: SampleUsername, count: number, perSession: number): Promise<HostileClient[]> => {
    const clients: HostileClient[] = [];
    let token = "";
    for (let i = 0; i < count; i++) {
      if (i % perSession === 0) token = await target().signIn(username);
      const client = await connect(token);
      await client.next("step1");
      clients.push(client);
    }
    return clients;
  };
  const end = async (clients: HostileClient[]) => {
    for (const client of clients) client.end();
    for (const client of clients) await client.closed();
  };

  it("of one session: so many, and one more is closed", async () => {
    const token = await target().signIn("creative-head");
    const clients: HostileClient[] = [];
    for (let i = 0; i < limits.socketsPerSession; i++) {
      clients.push(await connect(token));
      await clients.at(-1)?.next("step1");
    }
    const more = await connect(token);
    expect([await more.closed(), more.frames]).toEqual([closeCodes.tooMany, []]);
    expect(clients.every((client) => client.isOpen())).toBe(true);
    await end(clients.splice(0, 1));
    await expect.poll(async () => openAgain(token), { timeout: 5_000 }).toBe(true);
    await end(clients);
  });

  const openAgain = async (token: string) => {
    const client = await connect(token);
    const isWelcome = await client.next("step1").then(
      () => true,
      () => false,
    );
    await end([client]);
    return isWelcome;
  };

  it("of one person, over all sessions: so many, and one more is closed", async () => {
    const clients = await open("marketing-head", limits.socketsPerUser, limits.socketsPerSession - 1);
    const more = await connect(await target().signIn("marketing-head"));
    expect([await more.closed(), more.frames]).toEqual([closeCodes.tooMany, []]);
    expect(clients.every((client) => client.isOpen())).toBe(true);
    const [other] = await open("marketing-1", 1, 1);
    expect(other?.isOpen()).toBe(true);
    await end([...clients, ...(other === undefined ? [] : [other])]);
  });

  it("count on whatever ticket they are, also one that is not there yet or not theirs to read", async () => {
    const token = await target().signIn("sales-1");
    const drafts = Array.from({ length: limits.socketsPerSession }, () =>
      newId<TicketId>(Date.now(), (count) => crypto.getRandomValues(new Uint8Array(count))),
    );
    const clients: HostileClient[] = [];
    for (const draft of drafts) clients.push(await connectHostile(target(), `/sync/${draft}`, { token }));
    expect(await (await connect(token)).closed()).toBe(closeCodes.tooMany);
    await end(clients);
  });
});
