/** Who is signed in on this device, and their engine. Small on purpose: the engine itself is loaded when it is needed. */
import { type Accessor, createSignal } from "solid-js";
import type { Person } from "../../shared/access/directory.ts";
import { fail, ok, type Result } from "../../shared/result.ts";
import { forgetMine } from "../platform/mine-on-device.ts";
import type { RunningDevice } from "./browser/start-device.ts";
import type { Device } from "./device.ts";
import { forgetPerson, personFromApi, rememberedPerson, rememberPerson } from "./identity.ts";
import { forgiveLogout, oweLogout, payLogout } from "./owed-logout.ts";

export interface SignInFailure {
  /** The server's code, or `offline` when it cannot be reached. */
  code: string;
  facts?: Record<string, unknown>;
}

export interface Session {
  phase: Accessor<"starting" | "signedOut" | "signedIn">;
  person: Accessor<Person | null>;
  /** There whenever `phase` is `signedIn`. */
  device: Accessor<Device | null>;
  lastUsername: Accessor<string | null>;
  signIn(username: string, password: string): Promise<Result<void, SignInFailure>>;
}

export const createSession = (): Session => {
  const [phase, setPhase] = createSignal<"starting" | "signedOut" | "signedIn">("starting");
  const [person, setPerson] = createSignal<Person | null>(null);
  const [device, setDevice] = createSignal<Device | null>(null);
  const [lastUsername, setLastUsername] = createSignal<string | null>(null);
  const channel = new BroadcastChannel("slate-session");
  let running: RunningDevice | null = null;

  const enter = async (who: Person): Promise<void> => {
    setPerson(who);
    setLastUsername(who.username);
    const { startDevice } = await import("./browser/start-device.ts");
    running = await startDevice(who, signOut);
    setDevice(running.device);
    setPhase("signedIn");
  };

  const leave = () => {
    setPhase("signedOut");
    setDevice(null);
    setPerson(null);
    running = null;
  };

  const signOut = async (): Promise<void> => {
    // Unreachable or not, this device forgets; the server is told as soon as it can be.
    oweLogout();
    void payLogout();
    const leaving = running;
    forgetPerson();
    forgetMine();
    setLastUsername(null);
    leave();
    channel.postMessage("signedOut");
    await leaving?.remove();
    for (const name of await caches.keys()) if (name.startsWith("slate-")) await caches.delete(name);
  };

  const signIn: Session["signIn"] = async (username, password) => {
    // Or the next person would sign in on top of the one who left.
    await payLogout();
    const answer = await logIn(username, password);
    if (!answer.ok) return answer;
    const who = answer.value;
    forgiveLogout();
    rememberPerson(who);
    channel.postMessage("signedIn");
    if (running !== null && person()?.id === who.id) {
      running.wake();
      return ok(undefined);
    }
    await running?.stop();
    await enter(who);
    return ok(undefined);
  };

  channel.onmessage = ({ data }) => {
    // Another tab has let go of this person, or taken them in again.
    if (data === "signedOut" && running !== null) {
      const stopping = running;
      leave();
      void stopping.stop();
    } else if (data === "signedIn") {
      const who = rememberedPerson();
      if (running !== null) running.wake();
      else if (who !== null) void enter(who);
    }
  };

  addEventListener("online", () => void payLogout());
  void payLogout();
  const remembered = rememberedPerson();
  if (remembered === null) setPhase("signedOut");
  else void enter(remembered);

  return { phase, person, device, lastUsername, signIn };
};

const logIn = async (username: string, password: string): Promise<Result<Person, SignInFailure>> => {
  const response = await fetch("/api/auth/login/", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
  }).catch(() => null);
  if (response === null) return fail({ code: "offline" });
  const body = (await response.json().catch(() => ({}))) as {
    user?: unknown;
    error?: { code?: string } & Record<string, unknown>;
  };
  if (!response.ok) {
    const { code = "unknown", ...facts } = body.error ?? {};
    return fail({ code, facts });
  }
  const who = personFromApi(body.user);
  return who === null ? fail({ code: "unknown" }) : ok(who);
};
