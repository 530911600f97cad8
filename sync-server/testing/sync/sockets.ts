import type { TicketId } from "../../../shared/ids.ts";
import { people, type SampleUsername } from "../../../shared/sample-world.ts";
import { type Connection, type ConnectionOptions, openConnection } from "../../sync/connection.ts";
import { createPresence, type Presence } from "../../sync/presence.ts";
import { settle } from "./fake-clock.ts";
import { createFakeLink, type FakeLink } from "./fake-link.ts";
import type { SyncWorld } from "./sync-world.ts";

export interface Socket {
  link: FakeLink;
  connection: Connection;
}

/** Opens sockets on tickets of a world; everybody on one ticket shares a presence. */
export const createSockets = (world: SyncWorld) => {
  const presences = new Map<TicketId, Presence>();
  const open = (username: SampleUsername, id: TicketId, options: ConnectionOptions, link: FakeLink): Socket => {
    const presence = presences.get(id) ?? createPresence();
    presences.set(id, presence);
    const user = { id: people[username].id, name: username };
    const deps = { ...world, directory: () => world.directory, presence };
    return { link, connection: openConnection(user, id, link, options, deps) };
  };
  return {
    /** A stock y-websocket client. */
    plain: async (username: SampleUsername, id: TicketId, link = createFakeLink()): Promise<Socket> => {
      const socket = open(username, id, { protocol: null, since: 0, epoch: "" }, link);
      await settle();
      return socket;
    },
    /** The own app. */
    rich: async (
      username: SampleUsername,
      id: TicketId,
      options: Partial<ConnectionOptions> = {},
      link = createFakeLink(),
    ): Promise<Socket> => {
      const socket = open(username, id, { protocol: 1, since: 0, epoch: "", ...options }, link);
      await settle();
      return socket;
    },
  };
};
export type Sockets = ReturnType<typeof createSockets>;
