/**
 * Resolves in a task of its own: to evaluate what was loaded and to draw with it are two pieces of work, between which an
 * app that opens on a slow phone can answer a hand.
 */
export const inOwnTask = async <Value>(loading: Promise<Value>): Promise<Value> => {
  const value = await loading;
  await new Promise((resolve) => setTimeout(resolve));
  return value;
};
