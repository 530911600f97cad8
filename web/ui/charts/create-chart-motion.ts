import { createMedia } from "../../platform/create-media.ts";

/** As --slide: how long a change of a figure takes, in milliseconds; none for those who asked for less motion. */
const slideMs = 180;

export const createChartMotion = () => {
  const isReduced = createMedia("(prefers-reduced-motion: reduce)");
  return (): number => (isReduced() ? 0 : slideMs);
};
