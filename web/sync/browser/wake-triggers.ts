/** When it is worth trying the server again. `online` is only a hint; the truth is the next answer. */
const tryEveryMs = 30_000;

/** Calls `wake` at every sign that the network may be back, and now and then while the page is seen. */
export const wakeOnSigns = (wake: () => void): (() => void) => {
  const ifVisible = () => {
    if (document.visibilityState === "visible") wake();
  };
  const timer = setInterval(ifVisible, tryEveryMs);
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", ifVisible);
  return () => {
    clearInterval(timer);
    window.removeEventListener("online", wake);
    window.removeEventListener("pageshow", wake);
    document.removeEventListener("visibilitychange", ifVisible);
  };
};
