/**
 * WebSocket close codes. 4400–4499 end a y-websocket 3 connection for good; others are retried by the client.
 */
export const closeCodes = {
  malformed: 4400,
  sessionEnded: 4401,
  forbidden: 4403,
  foreignClientId: 4409,
  historyReplaced: 4412,
  tooLarge: 4413,
  tooMany: 4429,
  textFrame: 1003,
  restarting: 1012,
  tryLater: 1013,
} as const;
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];
