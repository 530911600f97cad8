import { describe, expect, it } from "vitest";
import { isAllowedAttribute, isAllowedChild, isAllowedNode } from "../../shared/document/description-nodes.ts";
import { schema } from "./schema.ts";

describe("the editor writes nothing the server puts back", () => {
  const names = Object.keys(schema.nodes).filter((name) => name !== "doc" && name !== "text");

  it.each(names)("%s is an allowed node with allowed attributes", (name) => {
    expect(isAllowedNode(name)).toBe(true);
    const node = schema.nodes[name]?.createAndFill();
    for (const [key, value] of Object.entries(node?.attrs ?? {})) {
      expect(isAllowedAttribute(name, key, value)).toBe(true);
    }
  });

  it("nests only what may be nested", () => {
    for (const parent of names) {
      for (const child of [...names, "text"]) {
        const fits = schema.nodes[parent]?.contentMatch.matchType(schema.nodes[child] ?? schema.topNodeType) ?? null;
        expect(isAllowedChild(parent, child), `${child} in ${parent}`).toBe(fits !== null);
      }
    }
  });
});
