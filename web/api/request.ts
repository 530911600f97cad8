/** JSON requests to the server. What it refuses comes back as a value; no network is `offline`. */
import { fail, ok, type Result } from "../../shared/result.ts";

export interface ApiFailure {
  /** The server's code, or `offline`. */
  code: string;
  /** Field name as sent → what is wrong with it, in words. */
  fields: Record<string, string>;
}

export const postJson = (path: string, body: unknown): Promise<Result<unknown, ApiFailure>> =>
  send(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

export const getJson = (path: string): Promise<Result<unknown, ApiFailure>> => send(path, {});

const send = async (path: string, init: RequestInit): Promise<Result<unknown, ApiFailure>> => {
  const response = await fetch(path, init).catch(() => null);
  if (response === null) return fail({ code: "offline", fields: {} });
  const body: unknown = await response.json().catch(() => null);
  return response.ok ? ok(body) : fail(readFailure(body));
};

const readFailure = (body: unknown): ApiFailure => {
  const { error } = (body ?? {}) as { error?: { code?: unknown; fields?: unknown } };
  const fields = typeof error?.fields === "object" && error.fields !== null ? error.fields : {};
  return {
    code: typeof error?.code === "string" ? error.code : "unknown",
    fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, String(value)])),
  };
};
