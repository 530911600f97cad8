import { expect, it } from "vitest";
import { createLog } from "./logging.ts";

const written = (facts: object): string => {
  const lines: string[] = [];
  createLog("info", { write: (line) => lines.push(line) }).warn(facts, "it failed");
  return lines.join("");
};

it.each(["err", "error"])("says of an error under %j what it was and where, not which row it was about", (name) => {
  const error = Object.assign(new TypeError("duplicate key"), { code: "23505", detail: "Key (title)=(a secret)" });
  const line = written({ ticket: "t1", [name]: error });
  expect(JSON.parse(line)).toMatchObject({
    ticket: "t1",
    msg: "it failed",
    [name]: {
      type: "TypeError",
      message: "duplicate key",
      code: "23505",
      stack: expect.stringContaining("logging.test"),
    },
  });
  expect(line).not.toContain("a secret");
});

it("[T45] keeps secrets out of a line", () => {
  expect(
    written({ token: "canary", headers: { cookie: "canary" }, deep: { er: { password: "canary" } } }),
  ).not.toContain("canary");
});
