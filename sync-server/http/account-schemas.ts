import * as v from "valibot";
import { DepartmentIdSchema } from "../../shared/ids.ts";
import { limits } from "../limits.ts";

const name = v.pipe(v.string(), v.trim(), v.maxLength(100, "is too long"));
const emptyIsNull = v.transform((text: string) => (text === "" ? null : text));

export const UsernameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[A-Za-z0-9._-]{2,64}$/, "must be 2–64 of A–Z a–z 0–9 . _ -"),
);
/** As it is typed when signing in: anything of bearable length. Longer ones would only cost hashing time. */
export const TypedPasswordSchema = v.pipe(v.string(), v.maxLength(limits.passwordMax * 4, "is too long"));
const email = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(254, "is too long"),
  v.regex(/^$|^[^\s@]+@[^\s@]+$/, "is no e-mail address"),
  emptyIsNull,
);

export const NewPersonSchema = v.strictObject({
  username: UsernameSchema,
  password: TypedPasswordSchema,
  email: v.optional(v.nullable(email), null),
  first_name: v.optional(name, ""),
  last_name: v.optional(name, ""),
  department: v.optional(v.nullable(DepartmentIdSchema), null),
});

export const ProfileSchema = v.strictObject({
  email: v.optional(v.nullable(email)),
  first_name: v.optional(name),
  last_name: v.optional(name),
  telegram_username: v.optional(
    v.nullable(v.pipe(v.string(), v.trim(), v.regex(/^@?[A-Za-z0-9_]{0,32}$/, "is no Telegram username"), emptyIsNull)),
  ),
  time_zone: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(64),
      v.check((zone) => isTimeZone(zone), "is no time zone"),
    ),
  ),
});

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};
