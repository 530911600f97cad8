import { createContext, useContext } from "solid-js";
import type { Device } from "../sync/device.ts";
import type { Session } from "../sync/session.ts";

export const SessionContext = createContext<Session>();

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error("outside of SessionContext");
  return session;
};

/** The engine of whoever is signed in. Pages under the shell only: there it always exists. */
export const useDevice = (): Device => {
  const device = useSession().device();
  if (device === null) throw new Error("nobody is signed in");
  return device;
};
