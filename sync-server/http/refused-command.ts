import type { RefusalCode } from "../../shared/workflow/refusals.ts";
import type { AppContext } from "./app-env.ts";
import { type ErrorStatus, refuse, unavailable } from "./errors.ts";
import type { CommandOutcome } from "./run-command.ts";

/** 403: the right is missing; 422: what was sent; 409: the ticket stands elsewhere by now. */
const refusals: Record<RefusalCode, { status: ErrorStatus; message: string }> = {
  wrong_status: { status: 409, message: "The ticket's status does not allow this (any more)." },
  forbidden: { status: 403, message: "Your role on this ticket does not allow this." },
  brief_changed: { status: 409, message: "The brief is not the one you saw." },
  invalid_arguments: { status: 422, message: "Some fields need another look." },
  incomplete: { status: 422, message: "The ticket is not complete." },
  invalid_assignee: { status: 422, message: "Somebody named here cannot take it on." },
  already_confirmed: { status: 409, message: "The ticket is confirmed already." },
  trashed: { status: 409, message: "The ticket is in the trash." },
  not_trashed: { status: 409, message: "The ticket is not in the trash." },
  not_a_shoot: { status: 409, message: "Only shoots have a schedule." },
};

const isRefusalCode = (code: string | undefined): code is RefusalCode =>
  code !== undefined && Object.hasOwn(refusals, code);

/** The answer to a command that was not accepted. */
export const refusedCommand = (context: AppContext, outcome: CommandOutcome): Response => {
  if (outcome.kind === "later" || outcome.kind === "missing") return unavailable(context);
  const { code, facts = {} } = outcome.kind === "ruled" ? outcome.ruling : outcome;
  if (!isRefusalCode(code)) {
    const status = code === "too_large" ? 413 : code === "inactive" ? 403 : 422;
    return refuse(context, status, { code: code ?? "refused", message: "This was not accepted.", facts });
  }
  const { status, message } = refusals[code];
  const fields = isTexts(facts.fields) ? { fields: facts.fields } : {};
  return refuse(context, status, { code, message, ...fields, facts });
};

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === "object" && value !== null && Object.values(value).every((text) => typeof text === "string");
