import { describe, expect, it } from "vitest";
import { sampleNowMs } from "../../shared/sample-tickets.ts";
import { directory, people, products } from "../../shared/sample-world.ts";
import { fingerprint } from "../../shared/ticket/fingerprint.ts";
import { emptyFields, type Fields } from "../../shared/ticket/ticket.ts";
import { isoTime } from "../../shared/time.ts";
import { type Brief, briefDifference, changesIn } from "./brief-difference.ts";

const reader = { directory, nowMs: sampleNowMs };
const brief = (fields: Partial<Fields>, text = ""): Brief => ({ fields: { ...emptyFields, ...fields }, text });

const told = (before: Partial<Fields>, after: Partial<Fields>) =>
  briefDifference(brief(before), brief(after), reader).fields.map(
    ({ label, before: was, after: is }) => `${label}: ${was} → ${is}`,
  );

describe("what changed between a brief as it was and as it is", () => {
  it.each<[Partial<Fields>, Partial<Fields>, string[]]>([
    [{ title: "Denim week" }, { title: "Denim  week " }, []],
    [{ priority: "low" }, { priority: "urgent" }, ["Priority: Low → Urgent"]],
    [{ quantity: 1 }, { quantity: 3 }, ["Quantity: 1 → 3"]],
    [{ product: null }, { product: products.brandBook.id }, ["Product:  → Brand book"]],
    [
      { suggestedAssignees: [people["creative-1"].id] },
      { suggestedAssignees: [people["creative-2"].id, people["creative-3"].id] },
      ["Suggested assignees: creative-1 → creative-2 and creative-3"],
    ],
    [
      { scheduledStart: isoTime(sampleNowMs) },
      { scheduledStart: null },
      [`Start: Today, ${new Date(sampleNowMs).toTimeString().slice(0, 5)} → `],
    ],
  ])("%j to %j", (before, after, lines) => {
    expect(told(before, after)).toEqual(lines);
  });

  it("names each product item on its own", () => {
    const [film, banner] = [products.videoAd.id, products.bannerAd.id];
    expect(told({ items: [{ product: film, quantity: 4 }] }, { items: [{ product: film, quantity: 6 }] })).toEqual([
      "Video ad: 4 → 6",
    ]);
    expect(told({ items: [] }, { items: [{ product: banner, quantity: 2 }] })).toEqual(["Banner ad:  → 2"]);
  });

  it("says nothing of criteria that only follow from another field", () => {
    const fields: Partial<Fields> = { requestType: "socmed_posting", fileFormat: "still" };
    expect(told({ ...fields, criteria: null }, { ...fields, criteria: "image" })).toEqual([]);
    expect(told({ requestType: "website_banner" }, { requestType: "website_banner", criteria: "video" })).toEqual([
      "Criteria:  → Video",
    ]);
  });

  it("says nothing new of the items only where they are the same: another order is a change an approval is held for", () => {
    const items = [
      { product: products.videoAd.id, quantity: 1 },
      { product: products.bannerAd.id, quantity: 2 },
    ];
    expect(told({ items }, { items: items.toReversed() })).toEqual([
      "Product items: 1 × Video ad and 2 × Banner ad → 2 × Banner ad and 1 × Video ad",
    ]);
  });

  it.each<[string, Brief, Brief]>([
    ["white space", brief({ title: "a b" }, "one two"), brief({ title: "a  b" }, "one\n\n two ")],
    ["nothing", brief({}, "one"), brief({}, "one")],
    ["a word", brief({}, "one"), brief({}, "two")],
    ["a field", brief({ quantity: 1 }), brief({ quantity: 2 })],
    ["punctuation", brief({}, "End."), brief({}, "End!")],
  ])("[You approved what you saw] finds a difference exactly where the fingerprints differ: %s", (_, one, other) => {
    const isSame = fingerprint(one.fields, one.text) === fingerprint(other.fields, other.text);
    expect(changesIn(briefDifference(one, other, reader)) === 0).toBe(isSame);
  });
});
