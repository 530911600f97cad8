import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";

/** An element's width in rem, so that what fits beside each other follows the text size; null until it is drawn. */
export const createRemWidth = (element: () => HTMLElement): Accessor<number | null> => {
  const [width, setWidth] = createSignal<number | null>(null);
  onMount(() => {
    // It tells the first width too, before the first frame, without a layout of its own.
    const observer = new ResizeObserver(() => setWidth(element().clientWidth / rootFontPx()));
    observer.observe(element());
    onCleanup(() => observer.disconnect());
  });
  return width;
};

export const rootFontPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
