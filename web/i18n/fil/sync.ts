import { plural } from "./plural.ts";

export const sync = {
  button: (state: string) => `Status ng sync: ${state}`,
  pill: {
    saved: "Na-save",
    saving: "Sine-save…",
    offline: (waiting: number) =>
      waiting === 0 ? "Offline" : `Offline · ${plural(waiting, "pagbabago")} ang naghihintay`,
    offlineShort: (waiting: number) => (waiting === 0 ? "Offline" : `Offline · ${waiting} naghihintay`),
    attention: (count: number) => `Kailangang tingnan · ${count}`,
  },
  heading: {
    calm: "Na-save na ang lahat",
    offline: "Offline, walang naghihintay",
    waiting: (count: number) => `${count} ang naghihintay`,
    needsYou: (count: number) => `${count} ang kailangan ng aksyon mo`,
    both: (needs: string, waiting: string) => `${needs}, ${waiting}`,
  },
  syncNow: "Mag-sync ngayon",
  lastContact: "Huling koneksyon",
  never: "wala pa",
  onThisDevice: "Sa device na ito",
  sizeOf: (used: string, quota: string) => `${used} sa ${quota}`,
  needsYou: "Kailangan ng aksyon mo",
  waiting: "Naghihintay",
  nothingWaits: "Nasa server na ang lahat ng pagbabago mo.",
  held: "Naka-hold, nagbago ang brief",
  refused: "Hindi tinanggap",
  putBack: "Ibinalik sa dati",
  noTitle: "Ticket na walang title",
  parts: { fields: "Mga field", description: "Description", comments: "Comment", attachments: "File" },
  approveNow: "I-approve ang nakasulat ngayon",
  tryAgain: "Subukan ulit",
  copy: "Kopyahin",
  copied: "Nakopya",
  discard: "I-discard",
  dropApproval: "Bawiin ang approval",
};
