import { type Accessor, createMemo, createSignal, For, type JSX, onCleanup, onMount } from "solid-js";
import { createAfterFirstPaint } from "../platform/after-first-paint.ts";
import { rootFontPx } from "../platform/create-rem-width.ts";
import { createSteps } from "./create-steps.ts";
import { offsetsOf, rowAt } from "./row-offsets.ts";

interface WindowListProps<Item> {
  items: readonly Item[];
  /** No two items have the same. What is drawn stays as long as an item of this key is in sight. */
  keyOf: (item: Item) => string;
  /** Every row's height in rem, so that it follows the text size; of each item where they differ. */
  rowHeight: number | ((item: Item) => number);
  /** `rowgroup`: the body of a table, whose rows the children are. */
  role?: "rowgroup";
  /** Called once with a way to bring a row into sight. */
  onReady?: (reveal: (index: number) => void) => void;
  children: (item: Accessor<Item>, index: Accessor<number>) => JSX.Element;
}

/** So many rems of rows are kept ready above and below what is seen. */
const spareRem = 10;
/** What is brought into sight stands clear of what sticks to the top and bottom. */
const clearRem = 8;
const rowsInATask = 5;

/** A list of any length of which only the rows in sight are in the document. It scrolls with whatever it stands in. */
export const WindowList = <Item,>(props: WindowListProps<Item>) => {
  let list!: HTMLElement;
  const isPainted = createAfterFirstPaint();
  /** At first only what is seen: the rest can wait until that is drawn. */
  const spare = () => (isPainted() ? spareRem : 0);
  const drawn = createSteps(rowsInATask);
  const [sight, setSight] = createSignal<readonly [top: number, height: number]>([0, firstSightRem()], {
    equals: ([top, height], [otherTop, otherHeight]) => top === otherTop && height === otherHeight,
  });
  const offsets = createMemo(() => offsetsOf(props.items, props.rowHeight));
  const total = () => offsets().at(-1) ?? 0;
  const measure = () => {
    const px = rootFontPx();
    // In steps: a row further makes no difference to what must be there.
    const top = Math.floor(Math.max(0, -list.getBoundingClientRect().top) / px / stepRem) * stepRem;
    setSight([top, Math.ceil(window.innerHeight / px) + stepRem]);
  };
  const reveal = (index: number) => {
    const px = rootFontPx();
    const scroller = scrollerOf(list);
    const port = scroller === document.documentElement ? 0 : scroller.getBoundingClientRect().top;
    const top = list.getBoundingClientRect().top + (offsets()[index] ?? 0) * px - port;
    const bottom = list.getBoundingClientRect().top + (offsets()[index + 1] ?? total()) * px - port;
    const [first, last] = [clearRem * px, scroller.clientHeight - clearRem * px];
    if (top < first) scroller.scrollBy(0, top - first);
    else if (bottom > last) scroller.scrollBy(0, bottom - last);
    measure();
  };
  onMount(() => {
    // With the frame's own layout, not with one more.
    const frame = requestAnimationFrame(measure);
    onCleanup(() => cancelAnimationFrame(frame));
    props.onReady?.(reveal);
    // Captured: the list may stand in any scrolling part of the page.
    document.addEventListener("scroll", measure, { capture: true, passive: true });
    window.addEventListener("resize", measure);
  });
  onCleanup(() => {
    document.removeEventListener("scroll", measure, { capture: true });
    window.removeEventListener("resize", measure);
  });
  const range = createMemo(
    (): readonly [first: number, end: number] => {
      const [top, height] = sight();
      // A list that has become shorter shows its end until the page has scrolled with it.
      const from = Math.min(top, Math.max(0, total() - height));
      const first = rowAt(offsets(), from - spare());
      return [first, Math.min(first + drawn(), rowAt(offsets(), from + height + spare()) + 1)];
    },
    undefined,
    { equals: ([first, end], [otherFirst, otherEnd]) => first === otherFirst && end === otherEnd },
  );
  const visible = createMemo(
    () => new Map(props.items.slice(range()[0], range()[1]).map((item) => [props.keyOf(item), item])),
  );
  const keys = createMemo(() => [...visible().keys()]);
  /** Of a key in sight; one that goes out of it keeps its last item for as long as it takes to be removed. */
  const itemOf = (key: string) =>
    createMemo((before: Item) => visible().get(key) ?? before, visible().get(key) as Item);
  const style = () => ({
    "padding-top": `${offsets()[range()[0]] ?? 0}rem`,
    "padding-bottom": `${total() - (offsets()[Math.min(range()[1], props.items.length)] ?? total())}rem`,
  });
  const heightOf = (item: Item) =>
    `${typeof props.rowHeight === "number" ? props.rowHeight : props.rowHeight(item)}rem`;
  const placeOf = (index: Accessor<number>) => () => range()[0] + index();
  if (props.role === "rowgroup") {
    return (
      // biome-ignore lint/a11y/useSemanticElements: rows of a table element cannot be laid out as a grid of fixed height
      <div role="rowgroup" ref={list as HTMLDivElement} style={style()}>
        <For each={keys()}>
          {(key, index) => {
            const item = itemOf(key);
            return (
              <div role="presentation" style={{ height: heightOf(item()) }}>
                {props.children(item, placeOf(index))}
              </div>
            );
          }}
        </For>
      </div>
    );
  }
  return (
    <ul ref={list as HTMLUListElement} style={style()}>
      <For each={keys()}>
        {(key, index) => {
          const item = itemOf(key);
          const place = placeOf(index);
          return (
            <li style={{ height: heightOf(item()) }} aria-setsize={props.items.length} aria-posinset={place() + 1}>
              {props.children(item, place)}
            </li>
          );
        }}
      </For>
    </ul>
  );
};

const stepRem = 8;
/** Before anything is measured: no list is higher than the screen. To ask for the window would lay out the page. */
const firstSightRem = () => screen.height / 16;

const scrollerOf = (element: HTMLElement): HTMLElement => {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  }
  return document.documentElement;
};
