import { describe, expect, it } from "vitest";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { people } from "../../shared/sample-world.ts";
import { bumpDirectory } from "../store/directory-rows.ts";
import { connectHostile } from "./hostile-client.ts";
import { underAttack } from "./under-attack.ts";

const target = underAttack();
/** A right that ends has ended everywhere within this time. */
const revokedWithinMs = 2_000;

const open = async (token: string) => {
  const ticket = await target().ticket("approved");
  const socket = await connectHostile(target(), `/sync/${ticket}`, { token });
  await socket.next("step1");
  return socket;
};

describe("[T3] a right that ends closes what is open, within two seconds", () => {
  it("signing out: all sockets of that session, and of no other", async () => {
    const [token, other] = [await target().signIn("creative-1"), await target().signIn("creative-1")];
    const sockets = [await open(token), await open(token), await open(other)];
    const answer = await fetch(`${target().origin}/api/auth/logout/`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    });
    expect(answer.status).toBeLessThan(300);
    const codes = await Promise.all(sockets.slice(0, 2).map((socket) => socket.closed(revokedWithinMs)));
    expect(codes).toEqual([closeCodes.sessionEnded, closeCodes.sessionEnded]);
    expect(sockets[2]?.isOpen()).toBe(true);
  });

  it("a session that another server ended", async () => {
    const token = await target().signIn("creative-1");
    const socket = await open(token);
    await target().sql`delete from sessions where user_id = ${people["creative-1"].id}`;
    expect(await socket.closed(revokedWithinMs)).toBe(closeCodes.sessionEnded);
  });

  it("an account that was closed", async () => {
    const socket = await open(await target().signIn("creative-1"));
    await target().sql`update users set status = 'inactive' where id = ${people["creative-1"].id}`;
    await bumpDirectory(target().sql);
    const code = await socket.closed(revokedWithinMs);
    expect([closeCodes.sessionEnded, closeCodes.forbidden]).toContain(code);
    await expect(open(await target().signIn("creative-1"))).rejects.toThrow(/closed with 4401/);
  });

  it("a role that was lost", async () => {
    const socket = await open(await target().signIn("marketing-head"));
    await target().sql`update users set role = 'member' where id = ${people["marketing-head"].id}`;
    await target().sql`update departments set head = null where head = ${people["marketing-head"].id}`;
    await bumpDirectory(target().sql);
    expect(await socket.closed(revokedWithinMs)).toBe(closeCodes.forbidden);
  });
});
