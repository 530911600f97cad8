/** JSON lines. Secrets never reach a line: what may carry one is named here and cut out. */
import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

const secretNames = [
  "password",
  "new_password",
  "old_password",
  "token",
  "access",
  "cookie",
  "authorization",
  "secret",
];

export const createLog = (level: string, destination?: DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: "[secret]",
      },
      serializers: { err: serializeError, error: serializeError },
    },
    destination ?? pino.destination({ dest: 2, sync: true }),
  );

/** Database errors carry the row and the statement's parameters; only what locates the fault is logged. */
const serializeError = (error: unknown) => {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = "code" in error ? error.code : undefined;
  return { type: error.name, message: error.message, code, stack: error.stack };
};
