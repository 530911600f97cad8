import { plural } from "./plural.ts";

const waitingCount = (count: number) => `${plural(count, "change", "changes")} waiting`;

export const sync = {
  button: (state: string) => `Sync status: ${state}`,
  pill: {
    saved: "Saved",
    opening: "Opening…",
    saving: "Saving…",
    offline: (waiting: number) => (waiting === 0 ? "Offline" : `Offline · ${waitingCount(waiting)}`),
    /** Where there is little room. */
    offlineShort: (waiting: number) => (waiting === 0 ? "Offline" : `Offline · ${waiting} waiting`),
    attention: (count: number) => `Needs attention · ${count}`,
  },
  heading: {
    calm: "Everything is saved",
    offline: "Offline, nothing waits",
    waiting: (count: number) => (count === 1 ? "1 change waits" : `${count} changes wait`),
    needsYou: (count: number) => (count === 1 ? "1 needs you" : `${count} need you`),
    both: (needs: string, waiting: string) => `${needs}, ${waiting}`,
  },
  syncNow: "Sync now",
  lastContact: "Last contact",
  never: "not yet",
  onThis: { phone: "On this phone", tablet: "On this tablet", computer: "On this computer" },
  syncing: "Asking the server…",
  unreachable: "The server cannot be reached now. It is tried again by itself.",
  sizeOf: (used: string, quota: string) => `${used} of ${quota}`,
  needsYou: "Needs you",
  waiting: "Waiting",
  nothingWaits: "Every change of yours is on the server.",
  held: "Held, the brief changed",
  refused: "Refused",
  putBack: "Put back",
  noTitle: "A ticket without a title",
  /** What was written, by part of the ticket; actions have names of their own. */
  parts: { fields: "Facts", description: "Description", comments: "Comment", attachments: "File" },
  tryAgain: "Try again",
  notNow: (status: string) => `This ticket is at ‘${status}’, where you may not change this yourself.`,
  inTrash: "This ticket is in the trash, where nothing changes. Restore it first.",
  copy: "Copy",
  copied: "Copied",
  discard: "Discard",
  discardAsk: "Discard it? What you wrote is gone for good then.",
  keep: "Keep it",
  sessionEnded: {
    kind: "Signed out",
    text: "Your session has ended. What you do is kept on this device, and sent once you log in again.",
    action: "Log in",
  },
  notStoring: {
    kind: "Not saved on this device",
    text: "This device has no room left, or does not let the app write. What you do now is lost if you close the app before it is sent.",
    action: "Make room",
  },
  dropApproval: "Drop approval",
};
