/** Histories that go wrong and are not mended yet: each is a bug to fix, and leaves this list with its fix. */
export const knownViolations: readonly { seed: number; invariant: string; what: string }[] = [
  { seed: 233, invariant: "I7", what: "a device behind a crashed node is not told of a field put back" },
  {
    seed: 446,
    invariant: "I9",
    what: "a device keeps a ticket whose last reader's right ended while its feed was away",
  },
];
