import { describe, expect, test } from "vitest";
import { isAllowedAttribute, isAllowedChild, isAllowedMark, isAllowedNode } from "./description-nodes.ts";

test("nodes", () => {
  const allowed = ["paragraph", "heading", "bullet_list", "ordered_list", "list_item", "blockquote", "hard_break"];
  for (const name of allowed) expect(isAllowedNode(name), name).toBe(true);
  for (const name of ["image", "script", "code_block", "PARAGRAPH", "constructor", "__proto__", "", "UNDEFINED"]) {
    expect(isAllowedNode(name), name).toBe(false);
  }
});

test.each([
  ["heading", "level", 1, true],
  ["heading", "level", 3, true],
  ["heading", "level", 4, false],
  ["heading", "level", "1", false],
  ["heading", "onclick", "alert(1)", false],
  ["heading", "constructor", 1, false],
  ["ordered_list", "order", 3, true],
  ["ordered_list", "order", 0, false],
  ["paragraph", "level", 1, false],
  ["paragraph", "style", "color: red", false],
  ["image", "src", "x", false],
])("attribute: %s %s=%j → %s", (node, key, value, expected) => {
  expect(isAllowedAttribute(node, key, value)).toBe(expected);
});

describe("marks", () => {
  test.each([
    ["strong", {}],
    ["em", true],
    ["strong", null],
    ["link", null],
    ["link", { href: "https://example.com/a?b#c" }],
    ["link", { href: "HTTP://example.com" }],
    ["link", { href: "mailto:marketing-1@example.com" }],
  ])("allowed: %s %j", (name, value) => {
    expect(isAllowedMark(name, value)).toBe(true);
  });

  test.each([
    ["underline", {}],
    ["constructor", null],
    ["strong", { color: "red" }],
    ["strong", "yes"],
    ["link", {}],
    ["link", { href: "javascript:alert(1)" }],
    ["link", { href: " javascript:alert(1)" }],
    ["link", { href: "java\nscript:alert(1)" }],
    ["link", { href: "data:text/html,x" }],
    ["link", { href: "//example.com" }],
    ["link", { href: "https://exa\u0000mple.com" }],
    ["link", { href: `https://example.com/${"x".repeat(2000)}` }],
    ["link", { href: ["https://example.com"] }],
    ["link", { href: "https://example.com", target: "_top" }],
  ])("refused: %s %j", (name, value) => {
    expect(isAllowedMark(name, value)).toBe(false);
  });
});

test.each([
  [null, "paragraph", true],
  [null, "blockquote", true],
  [null, "text", false],
  [null, "list_item", false],
  ["paragraph", "text", true],
  ["paragraph", "hard_break", true],
  ["paragraph", "paragraph", false],
  ["bullet_list", "list_item", true],
  ["bullet_list", "paragraph", false],
  ["list_item", "ordered_list", true],
  ["hard_break", "text", false],
  ["table", "paragraph", false],
])("in %s, %s → %s", (parent, child, expected) => {
  expect(isAllowedChild(parent, child)).toBe(expected);
});
