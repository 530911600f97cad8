/** Storage names carry the user id: nobody reads another's data in the same browser. */
import type { UserId } from "../../../shared/ids.ts";

export const databaseName = (userId: UserId): string => `slate-${userId}`;

/** Beside it, the y-indexeddb database of half a comment and the like. */
export const unsentWordsName = (userId: UserId): string => `${databaseName(userId)}-unsent`;
