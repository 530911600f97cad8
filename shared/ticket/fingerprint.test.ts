import { describe, expect, test } from "vitest";
import { sampleFields } from "../sample-tickets.ts";
import { departments, people, products } from "../sample-world.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Fields } from "./ticket.ts";

const fields = sampleFields("website_banner");
const brief = "Two banners.\nOne wide, one tall.";
const seen = fingerprint(fields, brief);

test("32 hex digits, the same on every machine", () => {
  expect(seen).toMatch(/^[0-9a-f]{32}$/);
  expect(seen).toBe(fingerprint({ ...fields }, brief));
  expect(seen).toMatchInlineSnapshot(`"92d442196fdf1f90ee8b5dff4cd4348c"`);
});

describe("does not change with", () => {
  test.each([
    ["white space in the description", fields, "  Two   banners. One wide,\n\none\u00a0tall.\n"],
    ["white space in the title", { ...fields, title: `  ${fields.title} ` }, brief],
    ["the order in which keys were written", Object.fromEntries(Object.entries(fields).reverse()) as never, brief],
  ])("%s", (_, otherFields, otherBrief) => {
    expect(fingerprint(otherFields, otherBrief)).toBe(seen);
  });

  test("derived criteria, which follow from the file format", () => {
    const posting = sampleFields("socmed_posting");
    expect(fingerprint({ ...posting, criteria: "image" }, brief)).toBe(fingerprint(posting, brief));
  });
});

describe("changes with", () => {
  test.each<[string, Partial<Fields>]>([
    ["the title", { title: "Another" }],
    ["the priority", { priority: "urgent" }],
    ["the department", { department: departments.sales.id }],
    ["the request type", { requestType: "photoshoot" }],
    ["chosen criteria", { criteria: "video" }],
    ["the product", { product: products.productFilm.id }],
    ["the items", { items: [{ product: products.bannerAd.id, quantity: 1 }] }],
    ["the quantity", { quantity: 2 }],
    ["the schedule", { scheduledEnd: sampleFields("photoshoot").scheduledEnd }],
    ["who is suggested", { suggestedAssignees: [people["creative-3"].id] }],
  ])("%s", (_, change) => {
    expect(fingerprint({ ...fields, ...change }, brief)).not.toBe(seen);
  });

  test.each(["Two banners.\nOne wide, one small.", "Twobanners.\nOne wide, one tall.", ""])("the text: %j", (text) => {
    expect(fingerprint(fields, text)).not.toBe(seen);
  });
});
