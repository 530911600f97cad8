/** What is likely to be asked for next: on a phone reading it takes longer than a tap may take. */
const likely = [
  () => import("./ticket.tsx"),
  () => import("../editor/description-editor.tsx"),
  () => import("./palette.tsx"),
];

/** One after the other, each when there is nothing else to do. What fails to load now is loaded when it is asked for. */
export const loadAhead = (): void => {
  const next = likely.shift();
  if (next === undefined) return;
  whenIdle(
    () =>
      void next()
        .catch(() => {})
        .then(loadAhead),
  );
};

const whenIdle: (work: () => void) => void = globalThis.requestIdleCallback ?? setTimeout;
