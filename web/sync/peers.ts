import type { Awareness } from "y-protocols/awareness";
import type { UserId } from "../../shared/ids.ts";
import type { Peer } from "./device.ts";

const colorCount = 6;

/** The CSS custom property of a person's colour, the same on every screen: one of --who-1 … --who-6. */
export const colorOf = (id: UserId): string => {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 997;
  return `--who-${(sum % colorCount) + 1}`;
};

/** Everybody else who has the ticket open, each once. The server vouches for who they are. */
export const readPeers = (awareness: Awareness, me: UserId): Peer[] => {
  const peers = new Map<UserId, Peer>();
  for (const state of awareness.getStates().values()) {
    const { user, cursor } = state as { user?: { id?: unknown; name?: unknown }; cursor?: unknown };
    if (typeof user?.id !== "string" || typeof user.name !== "string" || user.id === me) continue;
    const id = user.id as UserId;
    const isWriting = (cursor !== undefined && cursor !== null) || peers.get(id)?.isWriting === true;
    peers.set(id, { userId: id, username: user.name, color: colorOf(id), isWriting });
  }
  return [...peers.values()];
};
