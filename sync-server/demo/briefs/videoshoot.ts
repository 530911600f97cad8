import type { Brief } from "./brief.ts";

export const videoshoot: readonly Brief[] = [
  {
    title: "Brew guide: V60 in three minutes",
    hours: 5,
    product: "productFilm",
    quantity: 1,
    text: [
      "One take per step, hands and voice. People cook along, so leave time where water has to drip.",
      "# Steps",
      "- rinse, bloom, three pours",
      "- what it looks like when it is too fine",
      "- what to change tomorrow",
    ],
    talk: [
      ["assignee", "Scale display flickers at 50 frames. We shoot this one at 25."],
      ["requester", "Script is in the description now, second paragraph is new.", "reply"],
    ],
  },
  {
    title: "Roastery at five in the morning",
    hours: 4,
    quantity: 1,
    text: ["Ninety seconds without a word: lights, drum, first batch, first van. Ends when the sun comes in."],
    talk: [["collaborator", "Sunrise that day is 6:41. Van leaves at 6:50, so the ending is possible."]],
  },
  {
    title: "Interview with the head of sourcing",
    hours: 3,
    quantity: 2,
    text: ["Two cameras, no teleprompter. Long version for the website, ninety seconds for the newsletter."],
    talk: [
      ["requester", "He prefers questions in advance, I sent him six."],
      ["assignee", "Good. I will ask the seventh.", "reply"],
    ],
  },
  {
    title: "Training film: cleaning the espresso machine",
    from: "sales",
    hours: 6,
    quantity: 5,
    text: ["Five short chapters, watched on a tablet beside the machine with wet hands. Big type, no music."],
    talk: [
      ["head", "Somebody from service has to stand by; last time we filmed it wrong and customers copied it."],
      ["requester", "Tom is booked for the whole day.", "reply"],
    ],
  },
  {
    title: "Unboxing the subscription, macro",
    hours: 3,
    quantity: 1,
    text: ["Paper, string, the valve of the bag. Macro lens, slow, sound recorded apart."],
    talk: [["assignee", "Bring three boxes: the string only tears beautifully once."]],
  },
  {
    title: "Shop tour with the architect",
    hours: 4,
    quantity: 1,
    text: ["Four minutes through the new shop in the architect's own words. Gimbal, natural sound, she walks ahead."],
    talk: [["requester", "She speaks German; subtitles in English, Dutch and French."]],
  },
  {
    title: "Cupping explained for wholesale",
    from: "sales",
    hours: 4,
    quantity: 1,
    text: ["Why we slurp. For customers who were never at a cupping and are a little afraid of it."],
    talk: [
      ["assignee", "May it be funny?"],
      ["requester", "It must be funny. The product page is serious enough.", "reply"],
    ],
  },
  {
    title: "Testimonials: three neighbours in Delft",
    hours: 3,
    quantity: 3,
    text: ["The baker, the cyclist, the night nurse. Thirty seconds each, in front of the shop, releases are signed."],
    talk: [["collaborator", "Night nurse can only do seven in the morning. I am fine with that."]],
  },
  {
    title: "B-roll library, second half of the year",
    from: "creative",
    hours: 8,
    quantity: 30,
    text: [
      "Thirty clips of ten seconds we always miss: door bell, queue, tamping, rain, keys, closing time. Log them at once.",
    ],
    talk: [["head", "Names as in the list, please, so that we find them in March."]],
  },
];
