export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Rejects when `condition` has not come true within `withinMs`. */
export const until = async (condition: () => boolean | Promise<boolean>, withinMs: number): Promise<void> => {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`not so within ${withinMs} ms`);
    await pause(20);
  }
};
