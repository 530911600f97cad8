import { describe, expect, test } from "vitest";
import type { Directory } from "../access/directory.ts";
import { sampleFields } from "../sample-tickets.ts";
import { departments, directory, people, products } from "../sample-world.ts";
import { missingForSubmit } from "./missing-for-submit.ts";
import { emptyFields, type Fields, type RequestType, requestTypes } from "./ticket.ts";

const complete = (requestType: RequestType): Fields => ({
  ...sampleFields(requestType),
  department: departments.marketing.id,
});

test.each(requestTypes)("nothing is missing from complete fields of %s", (requestType) => {
  expect(missingForSubmit(complete(requestType), directory)).toEqual({});
});

test("a new draft misses its title, department and request type", () => {
  expect(missingForSubmit(emptyFields, directory)).toEqual({
    title: "required",
    department: "required",
    requestType: "required",
  });
});

describe("each request type asks for its own fields", () => {
  test.each<[RequestType, object]>([
    ["socmed_posting", { fileFormat: "required" }],
    ["website_banner", { criteria: "required" }],
    ["photoshoot", { scheduledStart: "required", scheduledEnd: "required" }],
    ["videoshoot", { scheduledStart: "required", scheduledEnd: "required" }],
    ["live_production", { scheduledStart: "required", scheduledEnd: "required" }],
    ["ads", { items: "required" }],
    ["telegram_channel", { items: "required", criteria: "required" }],
  ])("%s", (requestType, missing) => {
    const fields = { ...emptyFields, title: "Spring", department: departments.marketing.id, requestType };
    expect(missingForSubmit(fields, directory)).toEqual(missing);
  });
});

describe("what is there must be right", () => {
  const item = (id: (typeof products)[keyof typeof products]["id"], quantity = 1) => ({ product: id, quantity });
  const { scheduledStart } = complete("photoshoot");
  test.each<[string, RequestType, Partial<Fields>, object]>([
    ["a title of spaces", "ads", { title: "  " }, { title: "required" }],
    ["a title of 201", "ads", { title: "x".repeat(201) }, { title: "too_long" }],
    ["an end at the start", "photoshoot", { scheduledEnd: scheduledStart }, { scheduledEnd: "end_before_start" }],
    [
      "items of 1000 and 1",
      "ads",
      { items: [item(products.bannerAd.id, 1000), item(products.videoAd.id)] },
      { items: "too_many" },
    ],
    [
      "a telegram product in ads",
      "ads",
      { items: [item(products.channelPost.id)] },
      { items: "wrong_product_category" },
    ],
    [
      "an ads product on a banner",
      "website_banner",
      { product: products.bannerAd.id },
      { product: "wrong_product_category" },
    ],
    ["an unknown product", "website_banner", { product: people.admin.id as never }, { product: "unknown_product" }],
    ["an unknown department", "ads", { department: people.admin.id as never }, { department: "unknown_department" }],
  ])("%s", (_, requestType, change, missing) => {
    expect(missingForSubmit({ ...complete(requestType), ...change }, directory)).toEqual(missing);
  });

  test("a product and a department that are no longer active", () => {
    const closed: Directory = {
      ...directory,
      products: new Map([[products.bannerAd.id, { ...products.bannerAd, isActive: false }]]),
      departments: new Map([[departments.marketing.id, { ...departments.marketing, isActive: false }]]),
    };
    expect(missingForSubmit(complete("ads"), closed)).toEqual({
      items: "inactive_product",
      department: "inactive_department",
    });
  });

  test("leftovers of another request type are nobody's concern", () => {
    const { scheduledStart: start } = complete("photoshoot");
    const leftovers = { scheduledStart: start, scheduledEnd: start, items: [item(products.channelPost.id, 1000)] };
    expect(missingForSubmit({ ...complete("website_banner"), ...leftovers }, directory)).toEqual({});
  });
});
