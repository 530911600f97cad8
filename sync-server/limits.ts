/**
 * What the server bounds, by name. Units are in the name where they are not plain counts. What a ticket's content may
 * measure is in shared/ (`maxTitleLength`, `maxCommentLength`, `maxReasonLength` …), for the device asks it too.
 */
const kib = 1024;
const mib = 1024 * kib;
const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export const limits = {
  // One update, whichever door it comes by.
  frameBytes: 1 * mib,
  structsPerUpdate: 20_000,
  clientsPerUpdate: 64,
  jsonDepth: 32,
  keyLength: 256,
  descriptionDepth: 32,
  /** Steps of Yjs over items in between, for all new items of an update together. Two honest rivals for a place make few. */
  integrationSteps: 100_000,
  /** Items that lie between the neighbours which the new items of an update name, together. */
  neighbourSteps: 2_000_000,
  /** Steps of Yjs over gaps in formatted text, for all an update deletes. About 1,400 pieces of one paragraph at once. */
  tidyingSteps: 4_000_000,
  updateBytes: 1 * mib,
  docBytes: 5 * mib,

  // Sockets.
  handshakeMs: 5 * secondMs,
  authMs: 2 * secondMs,
  socketsPerUser: 20,
  socketsPerSession: 5,
  framesPerSecond: 50,
  framesBurst: 120,
  fullSyncsPer10s: 5,
  awarenessBytes: 4 * kib,
  awarenessPerSecond: 10,
  awarenessClock: 2 ** 32,
  bufferedSoftBytes: 1 * mib,
  bufferedHardBytes: 4 * mib,
  stalledLookMs: 250,
  pingMs: 25 * secondMs,
  revocationPollMs: 1 * secondMs,

  // Bulk sync.
  bulkTickets: 500,
  bulkBytes: 4 * mib,
  bulkAnswerBytes: 8 * mib,
  compressFromBytes: 1 * kib,

  // Feed.
  feedsPerUser: 10,
  feedsPerSession: 3,
  feedPage: 500,
  /** Summaries in one event; one that is larger goes alone. */
  feedEventBytes: 1 * mib,
  feedPollMs: 1 * secondMs,
  feedNudgeMs: 30,
  feedPingMs: 25 * secondMs,

  // Storing.
  commitWaitMs: 10 * secondMs,
  commitBatchTickets: 512,
  /** So many commits may be under way at the same time; a second one begins only when `commitLaneFrom` tickets wait. */
  commitLanes: 2,
  commitLaneFrom: 32,
  commitRetryMinMs: 25,
  commitRetryMaxMs: 1 * secondMs,
  roomBatch: 64,
  roomBatchBytes: 1 * mib,
  /** Rounds of judging a batch: each conflict with another node and each spoilt document costs one. */
  roundsPerBatch: 200,
  /** Log lines about updates that could not be applied: a hostile client makes as many as it likes. */
  spoiltWarningsPerSecond: 1,
  spoiltWarningsBurst: 20,
  roomQueue: 1_000,
  roomQueueBytes: 16 * mib,
  /** Few, so that one batch is judged while the next is read, and nobody waits behind a whole device that returns. */
  loadBatchTickets: 50,
  sweepMs: 5 * secondMs,
  roomIdleMs: 20 * secondMs,
  projectDelayMs: 1 * secondMs,
  /** Tickets read from the log together to make their rows. */
  projectTickets: 20,
  leftBehindPollMs: 30 * secondMs,
  leftBehindAfterMs: 5 * secondMs,
  leftBehindRows: 200,
  snapshotEveryEntries: 300,
  snapshotEveryBytes: 1 * mib,
  /** A ticket that seems to be full is measured again after so much more. */
  measureEveryBytes: 64 * kib,
  snapshotIdleEntries: 20,
  snapshotsKept: 2,
  tailPollMs: 2 * secondMs,
  nodeCountMs: 1 * secondMs,
  /** A NOTIFY payload stays below 8,000 bytes. */
  hintsPerNotify: 120,

  // Database.
  poolConnections: 8,
  ticketConnections: 4,
  acquireMs: 2 * secondMs,
  statementMs: 5 * secondMs,
  lockMs: 2 * secondMs,
  idleInTransactionMs: 10 * secondMs,
  connectMs: 5 * secondMs,
  databaseRestarts: 5,
  databaseRestartWindowMs: 1 * minuteMs,

  // HTTP.
  bodyBytes: 256 * kib,
  headerBytes: 16 * kib,
  requestMs: 30 * secondMs,
  writesPerMinute: 100,
  anonymousWritesPerMinute: 300,
  /** A first download of 10,000 tickets takes 50. */
  bulksPerMinute: 300,
  pageSize: 100,
  drainMs: 10 * secondMs,
  healthMs: 400,

  // Accounts.
  /** Departments named by the first admin. */
  firstDepartments: 50,
  passwordMin: 8,
  passwordMax: 256,
  wrongPasswords: 3,
  wrongPasswordsPerAddress: 30,
  lockMinutes: 30,
  hashesAtOnce: 2,
  hashQueue: 50,
  sessionIdleMs: 14 * dayMs,
  sessionAbsoluteMs: 60 * dayMs,
  /** A device that comes back within this time still hears that its session was ended from elsewhere. */
  revocationKeptMs: 90 * dayMs,
  knownDeviceMs: 365 * dayMs,
  idempotencyKeyMs: 90 * dayMs,
} as const;
