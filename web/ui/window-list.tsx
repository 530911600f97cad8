import { createSignal, For, type JSX, onCleanup, onMount } from "solid-js";

interface WindowListProps<Item> {
  items: readonly Item[];
  /** Every row's height in rem, so that it follows the text size. */
  rowHeight: number;
  children: (item: Item) => JSX.Element;
}

/** Rows kept ready above and below what is seen. */
const spare = 8;

/** A list of any length of which only the rows in sight are in the document. It scrolls with whatever it stands in. */
export const WindowList = <Item,>(props: WindowListProps<Item>) => {
  let list!: HTMLUListElement;
  const [range, setRange] = createSignal<readonly [first: number, count: number]>([0, 2 * spare], {
    equals: ([first, count], [otherFirst, otherCount]) => first === otherFirst && count === otherCount,
  });
  const rowPx = () => props.rowHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const measure = () => {
    const above = Math.max(0, -list.getBoundingClientRect().top);
    const first = Math.max(0, Math.floor(above / rowPx()) - spare);
    setRange([first, Math.ceil(window.innerHeight / rowPx()) + 2 * spare]);
  };
  onMount(() => {
    measure();
    // Captured: the list may stand in any scrolling part of the page.
    document.addEventListener("scroll", measure, { capture: true, passive: true });
    window.addEventListener("resize", measure);
  });
  onCleanup(() => {
    document.removeEventListener("scroll", measure, { capture: true });
    window.removeEventListener("resize", measure);
  });
  const first = () => Math.max(0, Math.min(range()[0], props.items.length - range()[1]));
  const visible = () => props.items.slice(first(), first() + range()[1]);
  return (
    <ul
      ref={list}
      style={{
        "padding-top": `${first() * props.rowHeight}rem`,
        "padding-bottom": `${Math.max(0, props.items.length - first() - range()[1]) * props.rowHeight}rem`,
      }}
    >
      <For each={visible()}>
        {(item, index) => (
          <li
            style={{ height: `${props.rowHeight}rem` }}
            aria-setsize={props.items.length}
            aria-posinset={first() + index() + 1}
          >
            {props.children(item)}
          </li>
        )}
      </For>
    </ul>
  );
};
