/**
 * Branded identifiers. What people and programs send is parsed at the edge (`v.parse(TicketIdSchema, …)`, `ticketIdIn`), new
 * ones are made here (`newId`); a cast elsewhere is of an id that came back from where we put it.
 */
import * as v from "valibot";

declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };

export type TicketId = Brand<"TicketId">;
export type UserId = Brand<"UserId">;
export type DepartmentId = Brand<"DepartmentId">;
export type ProductId = Brand<"ProductId">;
export type ActionId = Brand<"ActionId">;
export type CommentId = Brand<"CommentId">;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
/** Keys of map entries (actions, comments): any short printable name, so that stock clients may choose their own. */
const entryKey = /^[A-Za-z0-9_-]{1,64}$/;

const idSchema = <Id>(test: (text: string) => boolean, message: string) =>
  v.pipe(
    v.string(),
    v.check(test, message),
    v.transform((text) => text as Id),
  );

const isUuid = (text: string) => uuid.test(text);
export const TicketIdSchema = idSchema<TicketId>((text) => isUuid(text) || ulid.test(text), "not a ticket id");
/** The ticket id an address names; null for what is none, which anybody can type. */
export const ticketIdIn = (text: unknown): TicketId | null => {
  const parsed = v.safeParse(TicketIdSchema, text);
  return parsed.success ? parsed.output : null;
};
export const UserIdSchema = idSchema<UserId>(isUuid, "not a user id");
export const DepartmentIdSchema = idSchema<DepartmentId>(isUuid, "not a department id");
export const ProductIdSchema = idSchema<ProductId>(isUuid, "not a product id");
export const ActionIdSchema = idSchema<ActionId>((text) => entryKey.test(text), "not an action id");
export const CommentIdSchema = idSchema<CommentId>((text) => entryKey.test(text), "not a comment id");

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const dashBefore: ReadonlySet<number> = new Set([4, 6, 8, 10]);

/** Where ids are made, randomness is handed in: `random(n)` returns n random bytes. */
export type RandomBytes = (count: number) => Uint8Array;

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds since 1970, then 74 random bits. Sorts by creation time.
 * The type parameter says what the id is for.
 */
export const newId = <Id extends Brand<string>>(nowMs: number, random: RandomBytes): Id => {
  const bytes = random(16);
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(nowMs / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  let text = "";
  for (let i = 0; i < 16; i++) text += (dashBefore.has(i) ? "-" : "") + hexOf[bytes[i] ?? 0];
  return text as Id;
};
