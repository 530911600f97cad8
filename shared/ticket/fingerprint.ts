import { digest } from "lib0/hash/sha256";
import { encodeUtf8 } from "lib0/string";
import { requestTypeRules } from "./request-types.ts";
import type { Fields } from "./ticket.ts";

/**
 * What an approver saw, as 32 hex digits: every field and the description's text, white space aside. Derived criteria
 * stay out: they follow from fields that are in, and the server fills them in.
 */
export const fingerprint = (fields: Fields, brief: string): string => {
  const isCriteriaChosen = fields.requestType !== null && requestTypeRules[fields.requestType].criteria === "chosen";
  const seen = {
    ...fields,
    title: collapseSpace(fields.title),
    criteria: isCriteriaChosen ? fields.criteria : null,
    brief: collapseSpace(brief),
  };
  return toHex(digest(encodeUtf8(JSON.stringify(sortKeys(seen))))).slice(0, 32);
};

const collapseSpace = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Equal data gives equal JSON, in whatever order its keys were written. */
const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
};

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
