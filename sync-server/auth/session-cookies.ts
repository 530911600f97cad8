import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { limits } from "../limits.ts";

/** Which cookies carry a session and a known device, and how requests prove where they come from. */
export interface SessionCookies {
  readSession(context: Context): string | null;
  writeSession(context: Context, secret: string, expiresAt: Date): void;
  clearSession(context: Context): void;
  readDevice(context: Context): string | null;
  writeDevice(context: Context, secret: string): void;
}

/** `isSecure` says of a request whether the browser sees https; only then may a cookie carry the `__Host-` prefix. */
export const createSessionCookies = (isSecure: (context: Context) => boolean): SessionCookies => {
  const name = (context: Context, bare: string) => (isSecure(context) ? `__Host-${bare}` : bare);
  const write = (context: Context, bare: string, value: string, expires: Date) =>
    setCookie(context, name(context, bare), value, {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      secure: isSecure(context),
      expires,
    });
  return {
    readSession: (context) => getCookie(context, name(context, "slate-session")) ?? null,
    writeSession: (context, secret, expiresAt) => write(context, "slate-session", secret, expiresAt),
    clearSession: (context) => write(context, "slate-session", "", new Date(0)),
    readDevice: (context) => getCookie(context, name(context, "slate-device")) ?? null,
    writeDevice: (context, secret) =>
      write(context, "slate-device", secret, new Date(Date.now() + limits.knownDeviceMs)),
  };
};
