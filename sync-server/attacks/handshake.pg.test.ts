import { beforeAll, describe, expect, it } from "vitest";
import type { TicketId } from "../../shared/ids.ts";
import { limits } from "../limits.ts";
import { createSeededRandom } from "../testing/sync/seeded-random.ts";
import { connectHostile } from "./hostile-client.ts";
import { connectRaw, upgradeRequest } from "./raw-socket.ts";
import { underAttack } from "./under-attack.ts";

const target = underAttack();
let id: TicketId;
beforeAll(async () => {
  id = await target().ticket("requested");
});
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** For the server, and for this machine's other work. */
const slackMs = 1_500;

const expectAlive = async () => {
  const client = await connectHostile(target(), `/sync/${id}`, { token: await target().signIn("marketing-1") });
  await client.next("step1");
  client.end();
};

describe("[T6] a handshake that is none", () => {
  const path = () => `/sync/${id}?token=none`;
  const targets: [string, () => string][] = [
    ["two slashes", () => "//"],
    ["three slashes and a host", () => "///evil.example"],
    ["a broken escape", () => "/sync/%"],
    ["an escape that is no text", () => "/sync/%ff%fe"],
    ["dots upwards", () => "/sync/../../etc/passwd"],
    ["another host", () => "http://evil.example/sync/x"],
    ["an address that is none", () => "http://[/"],
    ["a port that is none", () => "http://a:99999/sync/x"],
    ["another scheme", () => "gopher://x/sync/x"],
    ["no path", () => "?"],
    ["a star", () => "*"],
    ["NUL, escaped", () => `/sync/${id}%00`],
    ["no ticket", () => "/sync/"],
    ["a ticket too long", () => `/sync/${"a".repeat(10_000)}`],
    ["ten thousand parameters", () => `/sync/${id}?${"a&".repeat(5_000)}`],
  ];
  it.each(targets)("to %s", async (_name, make) => {
    const raw = await connectRaw(target());
    raw.send(upgradeRequest(make()));
    expect(await raw.status()).not.toBe(101);
    await raw.ended(limits.handshakeMs + slackMs);
  });

  const headers: [string, () => Record<string, string | null>][] = [
    ["no key", () => ({ "Sec-WebSocket-Key": null })],
    ["a key that is none", () => ({ "Sec-WebSocket-Key": "x" })],
    ["a version nobody speaks", () => ({ "Sec-WebSocket-Version": "999" })],
    ["no version", () => ({ "Sec-WebSocket-Version": null })],
    [
      "an extension that is none",
      () => ({ "Sec-WebSocket-Extensions": "permessage-deflate; server_max_window_bits=99" }),
    ],
    ["extensions that are nothing", () => ({ "Sec-WebSocket-Extensions": ";;==,," })],
    ["a protocol that is none", () => ({ "Sec-WebSocket-Protocol": ",," })],
    ["no host", () => ({ Host: null })],
    ["a host that is none", () => ({ Host: "a b/?#" })],
    ["another upgrade", () => ({ Upgrade: "h2c" })],
    ["two upgrades", () => ({ Upgrade: "websocket, h2c" })],
    ["a body", () => ({ "Content-Length": "5" })],
    ["a cookie that is none", () => ({ Cookie: "slate-session=%E0%A4%A; =; ;;" })],
    ["headers larger than may be", () => ({ "X-Large": "x".repeat(limits.headerBytes) })],
  ];
  it.each(headers)("with %s", async (_name, make) => {
    const raw = await connectRaw(target());
    raw.send(upgradeRequest(path(), make()));
    // Where there is nothing to complain of, it is taken and closed: nobody is signed in.
    if ((await raw.status()) !== 101) return void (await raw.ended(limits.handshakeMs + slackMs));
    await expect.poll(raw.answer).toContain("signed out");
    raw.reset();
  });

  it.each<[string, () => string, number]>([
    ["as soon as it is connected", () => "", 0],
    ["in the middle of its headers", () => upgradeRequest(path()).slice(0, 60), 10],
    ["while its session is looked up", () => upgradeRequest(path()), 0],
    ["just after", () => upgradeRequest(path()), 5],
    ["while nobody answers it", () => upgradeRequest("/", { Upgrade: "h2c" }), 50],
    ["after an address that is refused", () => upgradeRequest("//"), 50],
    ["with a frame on its way", () => `${upgradeRequest(path())}\x82\x85abcd`, 1],
  ])("reset %s", async (_name, bytes, afterMs) => {
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const raw = await connectRaw(target());
        raw.send(bytes());
        await pause(afterMs);
        raw.reset();
      }),
    );
    await expectAlive();
  });

  const seeds = Array.from({ length: 20 }, (_, i) => Number(process.env.SEED ?? 1) + i);
  it.each(seeds)("at random (seed %d)", async (seed) => {
    const { int, pick, bytes } = createSeededRandom(seed);
    const token = await target().signIn("marketing-1");
    const spoil = (text: string): Buffer => {
      const request = Buffer.from(text, "latin1");
      const at = int(request.length);
      const [before, after] = [request.subarray(0, at), request.subarray(at)];
      return pick([
        () => before,
        () => Buffer.concat([before, bytes(1 + int(40)), after]),
        () => Buffer.concat([before, after.subarray(int(20))]),
        () => Buffer.concat([before, Buffer.from("\r\n"), after]),
        () => Buffer.concat([request, bytes(int(200))]),
      ])();
    };
    const attack = async () => {
      const raw = await connectRaw(target());
      raw.send(spoil(upgradeRequest(`/sync/${id}?token=${pick([token, "none", ""])}`)));
      await pause(int(30));
      raw.reset();
    };
    for (let round = 0; round < 5; round++) await Promise.all(Array.from({ length: 8 }, attack));
    await expectAlive();
  });
});

describe("[T6] frames that are none, straight behind the handshake", () => {
  const frame = (...bytes: number[]) => Uint8Array.from(bytes);
  const mask = [1, 2, 3, 4];
  it.each<[string, Uint8Array]>([
    ["not masked", frame(0x82, 0x01, 0x00)],
    ["with reserved bits", frame(0xf2, 0x80, ...mask)],
    ["of an unknown kind", frame(0x8f, 0x80, ...mask)],
    ["that go on with nothing", frame(0x80, 0x80, ...mask)],
    ["a ping in two pieces", frame(0x09, 0x80, ...mask)],
    ["a ping larger than may be", frame(0x89, 0xfe, 0x00, 0x7e, ...mask)],
    ["a close of one byte", frame(0x88, 0x81, ...mask, 0x00)],
    ["a length past 2^53", frame(0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, ...mask)],
    ["compressed, and not", frame(0xc2, 0x85, ...mask, 0xff, 0xff, 0xff, 0xff, 0xff)],
  ])("%s", async (_name, bytes) => {
    const token = await target().signIn("marketing-1");
    const raw = await connectRaw(target());
    raw.send(upgradeRequest(`/sync/${id}?token=${token}`, { "Sec-WebSocket-Extensions": "permessage-deflate" }));
    raw.send(bytes);
    expect(await raw.status()).toBe(101);
    await raw.ended(limits.handshakeMs + slackMs);
    await expectAlive();
  });
});
