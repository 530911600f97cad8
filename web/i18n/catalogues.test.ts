import { describe, expect, it } from "vitest";
import { en } from "./en/en.ts";
import { fil } from "./fil/fil.ts";

type Message = string | ((...args: never[]) => string);

/** Every message under its path, as in 'app.home.overdue'. */
const messagesOf = (catalogue: object, path: readonly string[] = []): [string, Message][] =>
  Object.entries(catalogue).flatMap(([key, value]): [string, Message][] =>
    typeof value === "object" && value !== null
      ? messagesOf(value, [...path, key])
      : [[[...path, key].join("."), value as Message]],
  );

const english = new Map(messagesOf(en));

describe("the Filipino catalogue", () => {
  it("has the keys of the English one, and no others", () => {
    expect(messagesOf(fil).map(([path]) => path)).toEqual([...english.keys()]);
  });

  it.each(messagesOf(fil))("%s says something, of the same kind", (path, message) => {
    expect(typeof message).toBe(typeof english.get(path));
    if (typeof message === "string") expect(message.trim()).not.toBe("");
  });
});
