/** Whether this device's session was ended from elsewhere, which means: remove what is here. Unreachable means no. */
export const wasRevoked = async (): Promise<boolean> => {
  const answer = await fetch("/api/auth/me/").catch(() => null);
  if (answer?.status !== 401) return false;
  const body = (await answer.json().catch(() => ({}))) as { error?: { code?: string } };
  return body.error?.code === "session_revoked";
};
