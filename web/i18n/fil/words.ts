import { words as english } from "../en/words.ts";
import { plural, somebody, you } from "./plural.ts";

export const words = {
  // Names of the work itself: offices say them in English.
  status: english.status,
  priority: english.priority,
  requestType: english.requestType,
  fileFormat: english.fileFormat,
  criteria: english.criteria,
  role: { admin: "Admin", manager: "Approver", member: "Miyembro" },
  field: {
    kind: "Uri",
    title: "Title",
    description: "Description",
    priority: "Priority",
    department: "Department",
    requestType: "Uri ng request",
    fileFormat: "File format",
    criteria: "Criteria",
    product: "Produkto",
    items: "Mga produkto",
    quantity: "Dami",
    scheduledStart: "Simula",
    scheduledEnd: "Pagtatapos",
    suggestedAssignees: "Mga suggested assignee",
    category: "Kategorya",
  },
  number: (number: number) => `#${number}`,
  pieces: (count: number, criteria: "image" | "video" | null) => plural(count, criteria ?? "piraso"),
  item: (count: number, product: string) => `${count} × ${product}`,
  and: (count: number) => `+${count}`,
  you,
  somebody,
  nobodyYet: "Wala pa",
  untitled: "Wala pang title",
};
