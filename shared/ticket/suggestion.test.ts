import * as v from "valibot";
import { expect, test } from "vitest";
import { people } from "../sample-world.ts";
import { SuggestionSchema } from "./suggestion.ts";

test.each([
  ["a title", { field: "title", value: "Halo launch, with prices" }],
  ["a quantity", { field: "quantity", value: 6 }],
  ["people", { field: "suggestedAssignees", value: [people["creative-1"].id] }],
  ["that a field says nothing", { field: "product", value: null }],
  ["text for the description", { field: "description", value: "Put the new price on every frame." }],
])("%s can be suggested", (_, suggestion) => {
  expect(v.parse(SuggestionSchema, suggestion)).toEqual(suggestion);
});

test.each([
  ["what may not stand in the field", { field: "quantity", value: 0 }],
  ["a title as a number", { field: "title", value: 7 }],
  ["no value", { field: "title" }],
  ["another kind of ticket", { field: "kind", value: "creative" }],
  ["a status", { field: "status", value: "approved" }],
  ["more than the change", { field: "title", value: "New", by: "me" }],
  ["no text", { field: "description", value: " \n" }],
  ["10,001 characters", { field: "description", value: "x".repeat(10_001) }],
  ["a list", [{ field: "title", value: "New" }]],
])("%s cannot", (_, suggestion) => {
  expect(v.is(SuggestionSchema, suggestion)).toBe(false);
});
