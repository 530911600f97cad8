import * as v from "valibot";

/** A moment as ISO 8601 in UTC with milliseconds ('2026-11-23T09:40:00.000Z'): sorts as text, survives JSON. */
export type IsoTime = string & { readonly __isoTime: true };

export const isoTime = (ms: number): IsoTime => new Date(ms).toISOString() as IsoTime;
export const toMs = (time: IsoTime): number => Date.parse(time);

/** Input schema: any text `Date` understands with a zone, normalised to `IsoTime`. */
export const IsoTimeSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/, "not an ISO 8601 time with a zone"),
  v.check((text) => Number.isFinite(Date.parse(text)), "no such moment"),
  v.transform((text) => isoTime(Date.parse(text))),
  // Years that four digits hold and PostgreSQL knows; the zone can push a text past either end.
  v.check((time) => time >= "1970-" && time <= "9999-12-31T23:59:59.999Z", "out of range"),
);

/** One hour in milliseconds. */
export const hourMs = 3_600_000;
