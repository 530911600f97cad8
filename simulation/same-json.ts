/** JSON with sorted keys: replicas may hold the same object with its keys in another order. */
export const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

export const sameJson = (a: unknown, b: unknown): boolean =>
  // Mostly the keys stand in the same order, and sorting is dear.
  a === b || JSON.stringify(a) === JSON.stringify(b) || sortedJson(a) === sortedJson(b);
