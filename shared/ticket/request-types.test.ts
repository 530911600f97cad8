import { describe, expect, test } from "vitest";
import { sampleFields } from "../sample-tickets.ts";
import { directory, products } from "../sample-world.ts";
import { deriveCriteria, isShoot, totalQuantity } from "./request-types.ts";
import { emptyFields, fileFormats, type ProductItem, requestTypes } from "./ticket.ts";

const item = (name: keyof typeof products, quantity = 1): ProductItem => ({ product: products[name].id, quantity });

describe("criteria", () => {
  test.each([
    ["still", "image"],
    ["gif", "image"],
    ["video_landscape", "video"],
    ["video_portrait", "video"],
  ] as const)("socmed posting, %s → %s", (fileFormat, criteria) => {
    expect(fileFormats).toContain(fileFormat);
    expect(deriveCriteria({ ...sampleFields("socmed_posting"), fileFormat }, directory)).toBe(criteria);
  });

  test.each([
    ["photoshoot", "image"],
    ["videoshoot", "video"],
    ["live_production", "video"],
  ] as const)("%s is always %s", (requestType, criteria) => {
    const contrary = criteria === "image" ? "video" : "image";
    expect(deriveCriteria({ ...sampleFields(requestType), criteria: contrary }, directory)).toBe(criteria);
  });

  test.each(["website_banner", "telegram_channel"] as const)("%s: as chosen", (requestType) => {
    const fields = { ...sampleFields(requestType), items: [item("channelClip")] };
    expect(deriveCriteria({ ...fields, criteria: "image" }, directory)).toBe("image");
    expect(deriveCriteria({ ...fields, criteria: "video" }, directory)).toBe("video");
    expect(deriveCriteria({ ...fields, criteria: null }, directory)).toBeNull();
  });

  test.each([
    ["images only", [item("bannerAd"), item("carouselAd")], "image"],
    ["one video among images", [item("bannerAd"), item("videoAd")], "video"],
    ["no items", [], null],
    ["unknown products only", [{ ...item("bannerAd"), product: directory.people.keys().next().value as never }], null],
  ])("ads, %s", (_, items, criteria) => {
    expect(deriveCriteria({ ...sampleFields("ads"), items }, directory)).toBe(criteria);
  });

  test("nothing without a request type", () => {
    expect(deriveCriteria({ ...emptyFields, criteria: "video" }, directory)).toBeNull();
  });
});

test("shoots are the three types with a schedule", () => {
  expect(requestTypes.filter((requestType) => isShoot({ requestType }))).toEqual([
    "photoshoot",
    "videoshoot",
    "live_production",
  ]);
});

test("total quantity is the sum of items for ads and telegram, the quantity for all others", () => {
  const fields = { items: [item("bannerAd", 3), item("videoAd", 4)], quantity: 10 };
  const totals = requestTypes.map((requestType) => totalQuantity({ ...fields, requestType }));
  expect(totals).toEqual([10, 10, 10, 10, 10, 7, 7]);
});
