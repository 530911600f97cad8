import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { extname, join, posix } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { AppContext } from "./app-env.ts";
import { notFound } from "./errors.ts";

interface StaticFile {
  bytes: Buffer;
  zipped: Buffer | null;
  etag: string;
  type: string;
  modifiedMs: number;
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};
const compressible = new Set([".html", ".js", ".css", ".json", ".webmanifest", ".svg", ".txt"]);

/** The built web app: read once a file, kept compressed. Any address a person may open gets the page itself. */
export const createStaticFiles = (folder: string) => {
  const files = new Map<string, StaticFile>();

  const load = async (path: string): Promise<StaticFile | null> => {
    const file = join(folder, path);
    if (!file.startsWith(folder)) return null;
    const found = await stat(file).catch(() => null);
    if (found === null || !found.isFile()) return null;
    const known = files.get(path);
    if (known !== undefined && known.modifiedMs === found.mtimeMs) return known;
    const bytes = await readFile(file);
    const extension = extname(path);
    const zipped = compressible.has(extension) ? await promisify(gzip)(bytes, { level: 9 }) : null;
    const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
    const loaded = {
      bytes,
      zipped,
      etag,
      type: types[extension] ?? "application/octet-stream",
      modifiedMs: found.mtimeMs,
    };
    files.set(path, loaded);
    return loaded;
  };

  return async (context: AppContext): Promise<Response> => {
    if (context.req.method !== "GET" && context.req.method !== "HEAD") return notFound(context);
    const path = decodePath(context.req.path);
    const wanted = path === null || path === "/" ? null : await load(path);
    if (wanted !== null) return send(context, wanted, isHashed(path ?? ""));
    const isPage = (context.req.header("accept") ?? "").includes("text/html") && extname(path ?? "") === "";
    const page = path !== null && (path === "/" || isPage) ? await load("/index.html") : null;
    return page === null ? notFound(context) : send(context, page, false);
  };
};

/** Vite puts a hash into the names below /assets/: such a file never changes. The page and the service worker always may. */
const isHashed = (path: string): boolean => path.startsWith("/assets/");

const decodePath = (path: string): string | null => {
  try {
    const decoded = decodeURIComponent(path);
    // One spelling a file: what is read is kept by its path, and '//' or '/./' would have it kept again and again.
    const isPlain = !decoded.includes("\0") && posix.normalize(decoded) === decoded;
    return isPlain ? decoded : null;
  } catch {
    return null;
  }
};

const send = (context: AppContext, file: StaticFile, isImmutable: boolean): Response => {
  const headers: Record<string, string> = {
    "content-type": file.type,
    "cache-control": isImmutable ? "public, max-age=31536000, immutable" : "no-cache",
    etag: file.etag,
    vary: "accept-encoding",
  };
  if (context.req.header("if-none-match") === file.etag) return context.body(null, 304, headers);
  const canUnzip = (context.req.header("accept-encoding") ?? "").includes("gzip");
  const body = canUnzip && file.zipped !== null ? file.zipped : file.bytes;
  if (body === file.zipped) headers["content-encoding"] = "gzip";
  headers["content-length"] = String(body.length);
  if (context.req.method === "HEAD") return context.body(null, 200, headers);
  return context.body(new Uint8Array(body), 200, headers);
};
