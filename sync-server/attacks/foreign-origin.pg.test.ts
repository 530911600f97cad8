import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { connectHostile } from "./hostile-client.ts";
import { startTarget, type Target } from "./target.ts";
import { underAttack } from "./under-attack.ts";

/** Pages that may not ride on this browser's session. `own` is the origin of ours. */
const lookAlikes = (own: string): [string, string][] => {
  const { protocol, hostname, host, port } = new URL(own);
  const bare = `${protocol}//${hostname}`;
  return [
    ["another site", "https://evil.example"],
    ["none at all, as of a sandboxed frame", "null"],
    ["ours as the beginning of another's name", `${bare}.evil.example`],
    ["ours as the beginning, with the port", `${own}.evil.example`],
    ["ours as the end of another's name", `${protocol}//evil${host}`],
    ["ours as a subdomain's parent", `${protocol}//www.${host}`],
    ["ours with a dot behind", `${bare}.${port === "" ? "" : `:${port}`}`],
    ["ours as a user name", `${protocol}//${host}@evil.example`],
    ["ours as a path", `${protocol}//evil.example/${host}`],
    ["ours as a fragment", `${protocol}//evil.example#${host}`],
    ["ours behind a backslash", `${own}\\.evil.example`],
    ["ours and another", `${own}, https://evil.example`],
    ["another and ours", `https://evil.example, ${own}`],
    ["ours with a user", `${protocol}//user@${host}`],
    ["ours with a path", `${own}/`],
    ["ours in capitals", own.toUpperCase()],
    ["ours on another port", `${bare}:${Number(port) + 1}`],
    ["ours with a digit more", `${bare}:${port}0`],
    ["ours by another scheme", `ws://${host}`],
    ["a file", "file://"],
    ["an extension of the browser", "chrome-extension://abcdefghijklmnop"],
    ["another name of this machine", `http://localhost:${port === "" ? "1" : port}`],
  ];
};

/** The status of the answer to an upgrade; 101 when it was taken, after which the ticket was shown. */
const upgrade = async (target: Target, id: TicketId, headers: Record<string, string>, query = ""): Promise<number> => {
  try {
    const client = await connectHostile(target, `/sync/${id}`, { headers, query });
    await client.next("step1");
    client.end();
    return 101;
  } catch (error) {
    const status = /refused with (\d+)/.exec(String(error))?.[1];
    if (status === undefined) throw error;
    return Number(status);
  }
};

const target = underAttack();
let id: TicketId;
beforeAll(async () => {
  id = await target().ticket("requested");
});
const names = lookAlikes("http://127.0.0.1:1024").map(([name]) => name);

describe("[T5] a socket on somebody's cookie is opened by our own pages only", () => {
  const cookie = async () => `slate-session=${await target().signIn("marketing-1")}`;

  it("which are let in, as are programs with a token", async () => {
    expect(await upgrade(target(), id, { cookie: await cookie(), origin: target().origin })).toBe(101);
    const token = await target().signIn("marketing-1");
    expect(await upgrade(target(), id, {}, `token=${token}`)).toBe(101);
    expect(await upgrade(target(), id, { authorization: `Bearer ${token}` })).toBe(101);
  });

  it.each(names)("not by %s", async (name) => {
    const origin = new Map(lookAlikes(target().origin)).get(name) ?? "";
    expect(await upgrade(target(), id, { cookie: await cookie(), origin })).toBe(403);
    expect(await upgrade(target(), id, { origin }, `token=${await target().signIn("marketing-1")}`)).toBe(403);
  });

  it.each<[string, Record<string, string>]>([
    ["none is named", {}],
    ["an empty one is named", { origin: "" }],
    ["none is named, but a password is", { authorization: "Basic dTpw" }],
  ])("not where %s", async (_name, headers) => {
    expect(await upgrade(target(), id, { cookie: await cookie(), ...headers })).toBe(403);
    expect(await upgrade(target(), id, { cookie: await cookie(), ...headers }, "token=")).toBe(403);
  });

  it.each(["Bearer", "Bearer ", "Bearer \u00e9", "Bearer nonsense"])(
    "a cookie does not stand in for a token that is none: '%s'",
    async (authorization) => {
      const headers = { cookie: await cookie(), authorization };
      const client = await connectHostile(target(), `/sync/${id}`, { headers });
      expect([await client.closed(), client.frames]).toEqual([closeCodes.sessionEnded, []]);
    },
  );
});

describe("[T5] a server that knows its public address", () => {
  const own = "https://slate.example";
  let published: Target;
  let ticket: TicketId;
  beforeAll(async () => {
    published = await startTarget({ PUBLIC_URL: own });
    ticket = await published.ticket("requested");
  });
  afterAll(() => published.stop());
  const cookie = async () => `__Host-slate-session=${await published.signIn("marketing-1")}`;

  it("takes no other, whatever the request says its host is", async () => {
    expect(await upgrade(published, ticket, { cookie: await cookie(), origin: own })).toBe(101);
    const others: [string, string][] = [
      ...lookAlikes(own),
      ["the address it listens on", published.origin],
      ["the host the request names", "https://evil.example"],
      ["its own, not encrypted", "http://slate.example"],
      ["letters that look like its own", "https://xn--slte-5cd.example"],
    ];
    for (const [name, origin] of others) {
      const headers = { cookie: await cookie(), origin, host: "evil.example" };
      expect([name, await upgrade(published, ticket, headers)]).toEqual([name, 403]);
    }
  });
});
