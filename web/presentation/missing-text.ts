import type { Missing, MissingCode } from "../../shared/ticket/missing-for-submit.ts";
import type { FieldKey } from "../../shared/ticket/ticket.ts";
import { t } from "../i18n/messages.ts";

/** What is wrong with a field, in words; undefined where nothing is. */
export const missingText = (missing: Missing, key: FieldKey): string | undefined => {
  const code = missing[key];
  return code === undefined ? undefined : textOf(code, key);
};

const textOf = (code: MissingCode, key: FieldKey): string => {
  if (code !== "required") return t.intake.missing[code];
  const { required } = t.intake.missing;
  return key in required ? required[key as keyof typeof required] : required.other;
};
