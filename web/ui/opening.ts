let isOpeningNow = true;
for (const sign of ["pointerdown", "keydown"]) {
  addEventListener(sign, () => (isOpeningNow = false), { capture: true, once: true });
}

/**
 * The app opens, and draws itself in small tasks, until a hand is there; from then on that hand waits for what it asked
 * for, and all of it comes at once.
 */
export const isOpening = (): boolean => isOpeningNow;
