/** Calls `leave` when the page is put away: a phone may end it without another word. */
export const onLeaving = (leave: () => void): (() => void) => {
  const hide = () => {
    if (document.visibilityState === "hidden") leave();
  };
  document.addEventListener("visibilitychange", hide);
  addEventListener("pagehide", leave);
  return () => {
    document.removeEventListener("visibilitychange", hide);
    removeEventListener("pagehide", leave);
  };
};
