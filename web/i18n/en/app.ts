import { countWord } from "./plural.ts";

export const app = {
  name: "Slate",
  titled: (page: string, app: string) => `${page} · ${app}`,
  nav: { home: "Home", tickets: "Tickets", settings: "Settings", menu: "Menu", main: "Main" },
  newTicket: "New ticket",
  back: "Back",
  close: "Close",
  cancel: "Cancel",
  more: "More",
  update: { ready: "New version", reload: "Reload" },
  sessionEnded: "Your session has ended. Your work stays on this device; log in to sync it.",
  home: {
    heading: {
      nothing: "Nothing needs you now.",
      approvals: (count: number) =>
        count === 1 ? "One waits for your approval." : `${countWord(count)} wait for your approval.`,
      tasks: (count: number) =>
        count === 1 ? "One ticket is yours to do." : `${countWord(count)} tickets are yours to do.`,
      finished: (count: number) => (count === 1 ? "One came back to you." : `${countWord(count)} came back to you.`),
      overdue: (count: number) => (count === 1 ? "One ticket is overdue." : `${countWord(count)} tickets are overdue.`),
    },
    myTasks: "My tasks",
    stations: "Tickets by status",
    overdue: (count: number) => `${count} Overdue`,
    rejected: (count: number) => `${count} Rejected`,
    total: (count: number) => `${count} in total`,
  },
  tickets: {
    heading: "Tickets",
    progress: (done: number, total: number) => `${done} of ${total} tickets`,
    fromApproval: "From approval",
    waiting: (status: string) => `${status} · waiting to sync`,
    empty: { title: "No tickets yet", text: "Requests stand here from the first word on, with or without a network." },
    arriving: { title: "Your tickets are on their way", text: "They stay on this device and open without a network." },
  },
  notFound: {
    title: "There is nothing at this address",
    text: "It may have been moved, or the link may be cut short.",
    action: "Go to your tickets",
  },
  failed: {
    title: "This page did not open",
    text: "Your work is safe on this device. Reloading usually helps.",
  },
  settings: {
    heading: "Settings",
    who: "Signed in as",
    people: "Waiting for approval",
    nobodyWaits: "Nobody has registered since.",
    peopleOffline: "Who has registered shows when the server can be reached.",
    departmentNeeded: "Choose a department first.",
    notApproved: "The server did not take this. Try again.",
    approve: (username: string) => `Approve ${username}`,
    theme: "Theme",
    themes: { system: "As the device", light: "Light", dark: "Dark", outdoor: "Outdoor" },
    themeHint: "Outdoor has the strongest contrast and larger targets, for work in the sun.",
    language: "Language",
    languageHint: "The page opens again in the language you choose.",
    device: "This device",
    signOut: "Sign out",
    signOutHint: "Signing out removes everything of yours from this device.",
    unsent: (count: number) =>
      count === 1
        ? "One change has not reached the server and would be lost."
        : `${count} changes have not reached the server and would be lost.`,
    signOutAnyway: "Sign out and lose what was not sent",
  },
};
