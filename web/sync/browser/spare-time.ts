/** Resolves when the page has nothing better to do; `soon`: when it has drawn what it had to. */
export const spareTime = (soon: boolean): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no idle callbacks.
    if (soon || typeof requestIdleCallback === "undefined") setTimeout(resolve);
    else requestIdleCallback(() => resolve(), { timeout: 500 });
  });
