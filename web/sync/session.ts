/** Who is signed in on this device, and their engine. Small on purpose: the engine itself is loaded when it is needed. */
import { type Accessor, batch, createSignal } from "solid-js";
import type { Person } from "../../shared/access/directory.ts";
import type { UserId } from "../../shared/ids.ts";
import { fail, ok, type Result } from "../../shared/result.ts";
import { inOwnTask } from "../platform/in-own-task.ts";
import { forgetMine } from "../platform/mine-on-device.ts";
import type { RunningDevice } from "./browser/start-device.ts";
import type { Device } from "./device.ts";
import { readFirstRows } from "./first-rows.ts";
import { forgetPerson, rememberedPerson, rememberPerson } from "./identity.ts";
import { forgiveLogout, oweLogout, payLogout } from "./owed-logout.ts";
import { personFromApi } from "./person-from-api.ts";
import { createStartingDevice, type StartingDevice } from "./starting-device.ts";

export interface SignInFailure {
  /** The server's code, `offline` when it cannot be reached, or `unsent_of_other`. */
  code: string;
  /** With `unsent_of_other`: what somebody else has left on this device that is nowhere else. */
  unsent?: UnsentOfOther;
}

export interface UnsentOfOther {
  username: string | null;
  waiting: number;
}

export interface Session {
  /**
   * `blocked`: another window holds an older version of the storage open. `locked`: out of touch with the server too long
   * to show anything. `failed`: the storage does not open.
   */
  phase: Accessor<"starting" | "blocked" | "locked" | "failed" | "signedOut" | "signedIn">;
  person: Accessor<Person | null>;
  /** There whenever `phase` is `signedIn`; while it is `starting`, what can be looked at already. */
  device: Accessor<Device | null>;
  lastUsername: Accessor<string | null>;
  /** The session was ended from elsewhere, and what was here is gone. */
  wasRevoked: Accessor<boolean>;
  /** Somebody has begun to sign in: what that needs is fetched meanwhile. */
  prepare(): void;
  /**
   * Fails with `unsent_of_other` where somebody else has left changes on this device that are not sent; `removeOthers`
   * removes them.
   */
  signIn(username: string, password: string, removeOthers?: boolean): Promise<Result<void, SignInFailure>>;
}

/** `remembered`: who was signed in when the app was left; their device starts at once. */
export const createSession = (remembered: Person | null): Session => {
  const [phase, setPhase] = createSignal<ReturnType<Session["phase"]>>("starting");
  const [person, setPerson] = createSignal<Person | null>(null);
  const [device, setDevice] = createSignal<Device | null>(null);
  const [lastUsername, setLastUsername] = createSignal<string | null>(null);
  const [wasRevoked, setRevoked] = createSignal(false);
  const channel = new BroadcastChannel("slate-session");
  let running: RunningDevice | null = null;
  let opening: StartingDevice | null = null;

  let starting: Promise<void> | null = null;

  /** One start at a time: another tab may ask for it meanwhile. */
  const enter = (who: Person, isReturning: boolean): Promise<void> => {
    starting ??= start(who, isReturning)
      .catch((error) => {
        console.error(error);
        setPhase("failed");
      })
      .finally(() => {
        starting = null;
      });
    return starting;
  };

  const start = async (who: Person, isReturning: boolean): Promise<void> => {
    setPerson(who);
    setLastUsername(who.username);
    const { startDevice } = await loadDevice();
    const started = await startDevice(who, { signOut, isReturning, blocked: () => setPhase("blocked"), revoked });
    // Another tab has signed them out while this one was starting.
    if (rememberedPerson()?.id !== who.id) {
      await started.stop();
      return leave();
    }
    running = started;
    if (started.isLocked) {
      show(null);
      setPhase("locked");
      await started.inTouch;
      // Signed out meanwhile, or somebody else has signed in.
      if (running !== started) return;
    }
    batch(() => {
      if (opening === null) show(started.device);
      else opening.begin(started.device);
      opening = null;
      setPhase("signedIn");
    });
  };

  const show = (shown: Device | null) => {
    opening = null;
    setDevice(shown);
  };

  const leave = () => {
    setPhase("signedOut");
    show(null);
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

  const revoked = () => {
    setRevoked(true);
    void signOut();
  };

  const signIn: Session["signIn"] = async (username, password, removeOthers = false) => {
    // Or the next person would sign in on top of the one who left.
    await payLogout();
    const answer = await logIn(username, password);
    if (!answer.ok) return answer;
    const who = answer.value;
    if (person()?.id !== who.id) {
      const unsent = removeOthers ? null : await unsentOfOthers(who.id);
      if (unsent !== null) {
        oweLogout();
        await payLogout();
        return fail({ code: "unsent_of_other", unsent });
      }
      await running?.stop();
      running = null;
      await removeOthersThan(who.id);
      forgetMine();
    }
    forgiveLogout();
    setRevoked(false);
    rememberPerson(who);
    channel.postMessage("signedIn");
    if (running !== null && person()?.id === who.id) {
      running.wake();
      return ok(undefined);
    }
    await enter(who, false);
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
      if (who === null) return;
      if (running === null) void enter(who, false);
      else if (person()?.id === who.id) running.wake();
      // Somebody else has signed in: what is on this screen is not theirs.
      else location.reload();
    }
  };

  addEventListener("online", () => void payLogout());
  void payLogout();
  if (remembered === null) setPhase("signedOut");
  else {
    const first = readFirstRows(remembered.id, Date.now());
    opening = first && createStartingDevice(first);
    setDevice(opening?.device ?? null);
    void enter(remembered, true);
  }

  const prepare = () => void loadDevice().catch(() => {});

  return { phase, person, device, lastUsername, wasRevoked, prepare, signIn };
};

const loadDevice = () => inOwnTask(import("./browser/start-device.ts"));

/** What somebody else has on this device and nowhere else. */
const unsentOfOthers = async (me: UserId): Promise<UnsentOfOther | null> => {
  const { leftBehind } = await import("./browser/left-behind.ts");
  const unsent = (await leftBehind()).find(({ userId, waiting }) => userId !== me && waiting > 0);
  return unsent === undefined ? null : { username: unsent.username, waiting: unsent.waiting };
};

const removeOthersThan = async (me: UserId): Promise<void> => {
  const { leftBehind, removePerson } = await import("./browser/left-behind.ts");
  for (const { userId } of await leftBehind()) if (userId !== me) await removePerson(userId);
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
    error?: { code?: string };
  };
  if (!response.ok) return fail({ code: body.error?.code ?? "unknown" });
  const who = personFromApi(body.user);
  return who === null ? fail({ code: "unknown" }) : ok(who);
};
