/** Every bound of the device engine, by name. The server's own are in sync-server/limits.ts; these stay below them or meet them. */
const kib = 1024;
const mib = 1024 * kib;

export const deviceLimits = {
  /** Tickets in one bulk request (the server takes 500). */
  bulkTickets: 500,
  /** Of these, tickets that are only fetched: a first download shows its progress between requests. */
  bulkFetches: 200,
  /** Bytes of updates in one bulk request (the server takes 4 MiB). */
  bulkBytes: 1 * mib,
  /** One update, merged or not; more the server refuses, so it is not sent at all. */
  updateBytes: 1 * mib,
  /** Content changes are merged up to this many bytes and this many Yjs client ids (the server takes 64 a update). */
  parcelBytes: 128 * kib,
  parcelClients: 32,
  /** Pushed on a live link and not answered yet; what comes meanwhile is merged. */
  pushesInFlight: 8,
  /** A push that nobody answers for so long: the link is dead, whatever the socket says. */
  answerMs: 15_000,
  /** Pushes a second and at once on a live link (the server takes 50 and 120). */
  pushesPerSecond: 40,
  pushBurst: 60,
  /** A change that refers to something the server does not have is sent this often before it is given up. */
  missingTimes: 3,
  /** Retries after a failure: doubled from the first to the last, each with jitter. */
  backoffFirstMs: 1_000,
  backoffLastMs: 60_000,
  /** Changes of one burst go into one bulk request. */
  gatherMs: 60,
  /** How long other tabs leave a change to the tab that made it. */
  otherTabMs: 3_000,
  /** Server-known ranges kept beside a document before they are folded into it. */
  tailRanges: 64,
  /** How often the list row of a ticket that is being written is worked out anew. */
  overlayMs: 600,
  /** Characters of all the briefs that are remembered as they were looked at: about two thousand. */
  seenCharacters: 4_000_000,
  /** How often what the server sent to an open ticket is written down; own edits never wait. */
  remoteWriteMs: 250,
} as const;
