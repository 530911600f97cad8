/** JSON requests to the server. What it refuses comes back as a value; no network is `offline`. */
import { fail, ok, type Result } from "../../shared/result.ts";

export interface ApiFailure {
  /** The server's code, or `offline`. */
  code: string;
  /** Field name as sent → what is wrong with it, in words. */
  fields: Record<string, string>;
}

type Answer = Promise<Result<unknown, ApiFailure>>;

export const postJson = (path: string, body: unknown): Answer => sendJson("POST", path, body);
export const patchJson = (path: string, body: unknown): Answer => sendJson("PATCH", path, body);
export const deleteJson = (path: string, body: unknown): Answer => sendJson("DELETE", path, body);

export const getJson = (path: string): Answer => send(path, {});

const sendJson = (method: "POST" | "PATCH" | "DELETE", path: string, body: unknown): Answer =>
  send(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

const send = async (path: string, init: RequestInit): Answer => {
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
