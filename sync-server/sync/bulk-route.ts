/** `POST /api/sync`: bulk sync over HTTP, compressed both ways. */
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Context, Hono } from "hono";
import { type BulkRequest, decodeBulkRequest, encodeBulkAnswer } from "../../shared/protocol/bulk.ts";
import { limits } from "../limits.ts";
import { type BulkDeps, handleBulk } from "./bulk.ts";
import type { CallerPort } from "./caller.ts";

const inflate = promisify(gunzip);
const deflate = promisify(gzip);

export const registerBulkRoute = (app: Hono, deps: BulkDeps & { callers: CallerPort }): void => {
  app.post("/api/sync/", (context) => serveBulk(context, deps));
  app.post("/api/sync", (context) => serveBulk(context, deps));
};

const serveBulk = async (context: Context, deps: BulkDeps & { callers: CallerPort }): Promise<Response> => {
  const caller = await deps.callers.authenticate(context);
  if (caller === null) return refuse(context, 401, "signed_out", "Sign in first.");
  const body = await readBody(context);
  if (body === "too_large") return refuse(context, 413, "too_large", "Send fewer tickets at a time.");
  const request = body === null ? null : decode(body);
  if (request === null) return refuse(context, 400, "malformed", "Not a bulk sync request.");
  const answer = await handleBulk(caller.userId, request, deps);
  if (!answer.ok) return refuse(context, 400, answer.error, "This request cannot be answered.");
  return send(context, encodeBulkAnswer(answer.value));
};

const readBody = async (context: Context): Promise<Uint8Array | "too_large" | null> => {
  if (Number(context.req.header("content-length") ?? 0) > limits.bulkBytes) return "too_large";
  const raw = await readBounded(context.req.raw.body, limits.bulkBytes);
  if (raw === null) return "too_large";
  if (context.req.header("content-encoding") !== "gzip") return raw;
  try {
    return await inflate(raw, { maxOutputLength: limits.bulkBytes });
  } catch (error) {
    const tooLarge = error instanceof RangeError || (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE";
    return tooLarge ? "too_large" : null;
  }
};

/** Null when there is more: a body without a declared length is read no further than it may reach. */
const readBounded = async (body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array | null> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (body !== null) {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > most) return null;
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks, size);
};

const decode = (bytes: Uint8Array): BulkRequest | null => {
  try {
    return decodeBulkRequest(bytes);
  } catch {
    return null;
  }
};

const send = async (context: Context, bytes: Uint8Array): Promise<Response> => {
  const headers: Record<string, string> = { "content-type": "application/octet-stream", "cache-control": "no-store" };
  const zipped =
    bytes.length > limits.compressFromBytes && (context.req.header("accept-encoding") ?? "").includes("gzip");
  if (zipped) headers["content-encoding"] = "gzip";
  const body = zipped ? await deflate(bytes, { level: 1 }) : bytes;
  return context.body(new Uint8Array(body), 200, headers);
};

const refuse = (context: Context, status: 400 | 401 | 413, code: string, message: string): Response =>
  context.json({ error: { code, message } }, status);
