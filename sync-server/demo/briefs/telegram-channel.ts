import type { Brief } from "./brief.ts";

export const telegramChannel: readonly Brief[] = [
  {
    title: "Channel week: how decaf is made",
    criteria: "image",
    items: [["channelPost", 5]],
    text: [
      "Five posts, Monday to Friday, each readable alone. Drawings instead of photographs, water is blue, nothing else is.",
    ],
    talk: [
      ["assignee", "Wednesday's process has four steps, the channel shows three pictures in a row well. Merge two?"],
      ["requester", "Merge rinsing and drying.", "reply"],
    ],
  },
  {
    title: "Subscriber poll cards",
    criteria: "image",
    items: [["channelPost", 3]],
    text: ["Three questions about the next single origin. Pictures must not favour an answer."],
    talk: [["head", "Same cup in all of them, then."]],
  },
  {
    title: "Roast date reminder clips",
    criteria: "video",
    items: [["channelClip", 4]],
    text: ["Four silent clips of eight seconds for order days. Each shows the date stamp on the bag."],
    talk: [["collaborator", "The stamp prints today's date, so we print four fake ones and bin the bags after."]],
  },
  {
    title: "Wholesale channel: price change notice",
    from: "sales",
    criteria: "image",
    items: [["channelPost", 1]],
    text: ["Green coffee got dearer. One honest chart, no decoration, numbers from finance are attached."],
    talk: [
      ["assignee", "Axis from zero, I assume?"],
      ["requester", "From zero. They would notice.", "reply"],
    ],
  },
  {
    title: "Behind the bar: clip series",
    criteria: "video",
    items: [["channelClip", 6]],
    text: [
      "Six clips filmed by the shops themselves. We make them one family: same opening, same type, sound levelled.",
    ],
    talk: [["assignee", "Clip 5 is upright, the others lie down. I keep it upright, it is the best one."]],
  },
  {
    title: "Holiday opening hours, all shops",
    criteria: "image",
    items: [["channelPost", 2]],
    text: ["One table for the Netherlands, one for Belgium. Has to be readable at arm's length on an old phone."],
    talk: [["requester", "Leiden closes at three on the 31st, that is new."]],
  },
  {
    title: "New member welcome",
    criteria: "image",
    items: [["channelPost", 1]],
    text: ["The first thing a new subscriber sees. What comes, how often, how to stop it: in that order."],
    talk: [["head", "'How to stop it' as large as the rest, please."]],
  },
  {
    title: "Machine maintenance tips, weekly",
    from: "sales",
    criteria: "image",
    items: [["channelPost", 4]],
    text: ["Four tips for café owners. A hand, a part, an arrow. Text in Dutch and English on the same picture."],
    talk: [
      ["requester", "Tip 3 was wrong, service corrected it: backflush without detergent first."],
      ["assignee", "Redrawn.", "reply"],
    ],
  },
  {
    title: "Festival weekend, clips from the truck",
    criteria: "video",
    items: [
      ["channelClip", 3],
      ["channelPost", 2],
    ],
    text: ["Two days, one truck, cut on the spot. Nothing longer than fifteen seconds; no faces of children."],
    talk: [["collaborator", "Power at the truck is ours until 22:00, after that the laptop lives on battery."]],
  },
];
