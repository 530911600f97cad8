import * as v from "valibot";
import { getJson, patchJson } from "./request.ts";

const ProfileSchema = v.object({
  first_name: v.string(),
  last_name: v.string(),
  email: v.nullable(v.string()),
  telegram_username: v.nullable(v.string()),
});

/** Named as they are sent, so that what the server says about a field finds it. */
export type Profile = { [Key in keyof v.InferOutput<typeof ProfileSchema>]: string };

/** Null when the server cannot be reached. */
export const readProfile = async (): Promise<Profile | null> => {
  const answer = await getJson("/api/auth/me/");
  const parsed = v.safeParse(ProfileSchema, answer.ok ? answer.value : null);
  if (!parsed.success) return null;
  const { email, telegram_username, ...names } = parsed.output;
  return { ...names, email: email ?? "", telegram_username: telegram_username ?? "" };
};

export const saveProfile = (profile: Profile) => patchJson("/api/auth/me/", profile);
