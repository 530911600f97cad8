import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIconSprite } from "./icon-sprite.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slate-icons-"));
  mkdirSync(join(folder, "ui"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, source: string) => writeFileSync(join(folder, name), source);

describe("icons of the sources", () => {
  it("stand side by side, each once, wherever they are named", () => {
    write("page.tsx", `<Icon name="icon-x" /><Icon name="icon-check" />`);
    write("ui/button.ts", `const icons = { close: "icon-x", done: "icon-check-check" };`);
    const sprite = createIconSprite(folder);
    expect(sprite.count).toBe(3);
    expect(["check", "check-check", "x"].map((name) => sprite.position(name))).toEqual(["0% 0", "50% 0", "100% 0"]);
    expect(sprite.position("minus")).toBeNull();
  });

  it("are drawn as heavy as asked, in a picture as wide as all of them", () => {
    write("page.tsx", `"icon-x" "icon-check"`);
    const picture = decodeURIComponent(createIconSprite(folder).picture(2.3));
    expect(picture).toMatch(/^url\("data:image\/svg\+xml;utf8,<svg [^>]*width='48' height='24'/);
    expect(picture.match(/stroke-width/g)).toHaveLength(1);
    expect(picture).toContain("stroke-width='2.3'");
    expect(picture).toContain("translate(24)");
  });

  it("fail the build where there is no such icon", () => {
    write("page.tsx", `"icon-chekc"`);
    expect(() => createIconSprite(folder)).toThrow("icon-chekc");
  });

  it("are not looked for in other files", () => {
    write("page.css", ".icon-chekc {}");
    write("page.tsx", `"icon-x"`);
    expect(createIconSprite(folder).count).toBe(1);
  });
});
