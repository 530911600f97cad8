import { describe, expect, test } from "vitest";
import { fieldKeys } from "../document/layout.ts";
import { sampleFields } from "../sample-tickets.ts";
import { departments, people, products } from "../sample-world.ts";
import { checkField, maxItems } from "./field-schemas.ts";
import { emptyFields, type FieldKey, requestTypes } from "./ticket.ts";

const item = { product: products.bannerAd.id, quantity: 1 };

test("a new draft's fields are fine", () => {
  for (const key of fieldKeys) expect(checkField(key, emptyFields[key]).ok, key).toBe(true);
});

test.each(requestTypes)("complete fields of %s are fine", (requestType) => {
  const fields = sampleFields(requestType);
  for (const key of fieldKeys) expect(checkField(key, fields[key]).ok, key).toBe(true);
});

test("times come back in UTC", () => {
  expect(checkField("scheduledStart", "2026-03-04T10:00:00+02:00")).toEqual({
    ok: true,
    value: "2026-03-04T08:00:00.000Z",
  });
});

describe("refused", () => {
  test.each<[FieldKey, string, unknown]>([
    ["kind", "a kind without a workflow", "support"],
    ["title", "201 characters", "x".repeat(201)],
    ["title", "null", null],
    ["title", "an object that prints as text", { toString: () => "x" }],
    ["priority", "an unknown word", "asap"],
    ["priority", "a name every object has", "constructor"],
    ["department", "a name instead of an id", departments.marketing.name],
    ["requestType", "an unknown type", "poster"],
    ["fileFormat", "an empty text", ""],
    ["criteria", "a list", ["image"]],
    ["items", "101 rows", Array.from({ length: maxItems + 1 }, () => item)],
    ["items", "a quantity of 0", [{ ...item, quantity: 0 }]],
    ["items", "an unknown key", [{ ...item, price: 1 }]],
    ["items", "an object with a length", { length: 0 }],
    ["quantity", "0", 0],
    ["quantity", "1001", 1001],
    ["quantity", "a fraction", 1.5],
    ["quantity", "digits as text", "3"],
    ["quantity", "not a number", Number.NaN],
    ["scheduledStart", "a day without a time", "2026-03-04"],
    ["scheduledStart", "a time without a zone", "2026-03-04T10:00:00"],
    ["scheduledStart", "the 30th of February is no moment", "2026-02-30T25:00:00Z"],
    ["scheduledEnd", "a year PostgreSQL has not", "0000-01-01T00:00:00Z"],
    ["scheduledEnd", "a year of five digits", "9999-12-31T23:59:00-23:00"],
    ["suggestedAssignees", "one person outside a list", people["creative-1"].id],
    ["suggestedAssignees", "a username", ["creative-1"]],
    ["category", "an unknown word", "other"],
  ])("%s: %s", (key, _, value) => {
    expect(checkField(key, value).ok).toBe(false);
  });
});
