import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";

/** An element's width in rem, so that what fits beside each other follows the text size; null until it is drawn. */
export const createRemWidth = (element: () => HTMLElement): Accessor<number | null> => {
  const [width, setWidth] = createSignal<number | null>(null);
  onMount(() => {
    const measure = () => setWidth(element().clientWidth / rootFontPx());
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element());
    onCleanup(() => observer.disconnect());
  });
  return width;
};

export const rootFontPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
