import { t } from "../../i18n/messages.ts";

/** What a refused login, registration or setup says; unknown codes get a calm general sentence. */
export const accessErrorText = (code: string): string => t.access.errors[code] ?? t.access.unknownError;
