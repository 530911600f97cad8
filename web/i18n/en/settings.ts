import { plural } from "./plural.ts";

export const settings = {
  profile: {
    edit: "Edit profile",
    firstName: "First name",
    lastName: "Last name",
    email: "E-mail",
    telegram: "Telegram username",
    save: "Save",
    offline: "Your profile can be changed when the server can be reached.",
    notSaved: "The server did not take this. Look at the fields again.",
  },
  sessions: {
    heading: "Where you are signed in",
    offline: "This shows when the server can be reached.",
    device: (browser: string, system: string) => (system === "" ? browser : `${browser} on ${system}`),
    unknown: "A program",
    here: "This device",
    lastSeen: "Last used",
    end: "End",
    endNamed: (device: string) => `End the session of ${device}`,
    endOthers: "End all others",
    endOthersAsk: (count: number) =>
      `${plural(count, "other session ends", "other sessions end")} at once. What waits unsent on those devices stays there and is sent when you log in again.`,
    failed: "The server did not take this. Try again.",
  },
  device: {
    tickets: "Tickets with all they hold",
    space: "Space",
    lastContact: "Last contact",
    safe: "Safe from clearing",
    isSafe: "Yes, the browser keeps it",
    isNotSafe: "The browser may clear it when space runs out",
    keepSafe: "Keep it safe",
    notGranted: "The browser did not agree. Installing the app usually helps.",
    spare: (count: number) =>
      count === 1
        ? "1 closed ticket could go. Nothing of it is unsent; it stays listed, and comes back when you open it."
        : `${count} closed tickets could go. Nothing of theirs is unsent; they stay listed, and come back when you open them.`,
    free: "Free space",
    freed: (count: number) => `${plural(count, "ticket was", "tickets were")} removed from this device.`,
    freeOffline: "This needs the server: what goes must be able to come back.",
  },
  signOut: {
    refused: (count: number) =>
      count === 1
        ? "One refused change, with what you wrote, would be lost too."
        : `${count} refused changes, with what you wrote, would be lost too.`,
  },
};
