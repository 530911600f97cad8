/**
 * Somebody signed out on this device, maybe without a network: the cookie, which only the server can take away, is still there.
 * Remembered until the server has ended that session.
 */
const owedKey = "slate-logout-owed";

export const oweLogout = (): void => localStorage.setItem(owedKey, "1");

/** Another session has taken its place on this device. */
export const forgiveLogout = (): void => localStorage.removeItem(owedKey);

/** Ends the session if one is owed and the server can be reached; never rejects. */
export const payLogout = async (): Promise<void> => {
  if (localStorage.getItem(owedKey) === null) return;
  const answer = await fetch("/api/auth/logout/", {
    method: "POST",
    headers: { "content-type": "application/json" },
  }).catch(() => null);
  // 401: it has ended already.
  if (answer?.ok === true || answer?.status === 401) forgiveLogout();
};
