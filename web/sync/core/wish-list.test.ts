import { beforeEach, describe, expect, it } from "vitest";
import type { TicketId } from "../../../shared/ids.ts";
import { createWishList, type WishList } from "./wish-list.ts";

const id = "t1" as TicketId;
let wishes: WishList;
let settled: string[];
beforeEach(() => {
  wishes = createWishList();
  settled = [];
});
const wish = (name: string) => wishes.add(id, () => settled.push(name));

describe("a wish to hear of a ticket", () => {
  it("is fulfilled by the answer to a request that began after it", () => {
    wish("a");
    const taken = wishes.take([id]);
    expect([...wishes.ids()]).toEqual([]);
    wishes.answered(taken);
    expect(settled).toEqual(["a"]);
  });

  it("[I9] is not fulfilled by an answer that was on its way already: the right may have ended since", () => {
    wish("a");
    const taken = wishes.take([id]);
    wish("b");
    wishes.answered(taken);
    expect(settled).toEqual(["a"]);
    expect([...wishes.ids()]).toEqual([id]);
  });

  it("waits for another request when the first had to be made smaller", () => {
    wish("a");
    const taken = wishes.take([id]);
    wish("b");
    wishes.putBack(taken);
    expect(settled).toEqual([]);
    wishes.answered(wishes.take([id]));
    expect(settled).toEqual(["a", "b"]);
  });

  it("stays while the server cannot be asked, though nobody waits any longer", () => {
    wish("a");
    wishes.giveUpWaiting();
    expect(settled).toEqual(["a"]);
    expect([...wishes.ids()]).toEqual([id]);
    wishes.answered(wishes.take([id]));
    expect(settled).toEqual(["a"]);
  });
});
