import type { Brief } from "./brief.ts";

export const socmedPosting: readonly Brief[] = [
  {
    title: "Cold brew launch film, 30 s",
    fileFormat: "video_portrait",
    product: "productFilm",
    quantity: 3,
    text: [
      "One idea in thirty seconds: the first sip on the hottest day. No voice-over, the ice does the talking.",
      "# Deliver",
      "- 30 s master, 9:16",
      "- 15 s and 6 s cuts for stories",
      "- subtitles burnt in, English and Dutch",
    ],
    talk: [
      ["assignee", "Can the bottle be wet, or does legal still want the label readable in every frame?"],
      ["requester", "Wet is fine. The label has to be readable in the last two seconds.", "reply"],
      ["collaborator", "Sound of the ice is recorded, it is in the shoot folder as ice-04."],
    ],
  },
  {
    title: "Barista portraits, carousel of five",
    fileFormat: "still",
    quantity: 5,
    text: [
      "Five baristas, five cities. Each slide: portrait, first name, the drink they make for themselves.",
      "Quiet background, window light, no props that look like an advertisement.",
    ],
    talk: [
      ["requester", "Names and drinks are final, Antwerp is Lotte now instead of Bram."],
      ["assignee", "Thanks, changed. I keep Bram's picture in case he wants it for himself.", "reply"],
    ],
  },
  {
    title: "Rainy Monday GIF for stories",
    fileFormat: "gif",
    quantity: 2,
    text: [
      "A loop of steam against a wet window, for the first rainy Monday. We post when the forecast says so.",
      "Below 2 MB, seamless, no text: the copy comes from the community team on the day.",
    ],
    talk: [["assignee", "The loop is 3.2 s and 1.6 MB. Second version has the tram passing behind."]],
  },
  {
    title: "Oat milk swap, explained in 20 seconds",
    fileFormat: "video_portrait",
    quantity: 1,
    text: [
      "People ask whether oat costs extra. It does not, from the first of the month. Say it, show it, stop.",
      "- open on the question, as a comment bubble",
      "- answer by hand, on the counter, no studio",
      "- end on the menu board",
    ],
    talk: [
      ["head", "Please shoot it in the Utrecht shop, the board there has the new prices already."],
      ["assignee", "Booked for an hour before opening.", "reply"],
    ],
  },
  {
    title: "Autumn menu, nine tiles",
    fileFormat: "still",
    product: "brandBook",
    quantity: 9,
    text: [
      "Nine squares that make one table when you look at the profile, and still work alone in the feed.",
      "Colours from the brand book's autumn page. Chestnut is the hero, it sits in the middle.",
      "Every tile needs an alternative text; I have put drafts below each name.",
    ],
    talk: [
      ["assignee", "The crop of tile 4 cuts the cup's handle. Would you rather move the table to the left?"],
      ["requester", "Move it, the empty corner is nice.", "reply"],
      ["collaborator", "Alt texts proofread, two were longer than what the app allows."],
    ],
  },
  {
    title: "Wholesale customers in their own words",
    from: "sales",
    fileFormat: "video_landscape",
    quantity: 4,
    text: [
      "Four café owners, forty seconds each, filmed by themselves on a phone. We cut, subtitle and level the sound.",
      "The raw clips are with me; all four have signed the release.",
    ],
    talk: [
      ["assignee", "Clip three has music from the radio under it. We cannot publish that."],
      ["requester", "She will record it again tonight, same place.", "reply"],
    ],
  },
  {
    title: "Opening day in Ghent, story templates",
    fileFormat: "still",
    quantity: 6,
    text: [
      "Six empty templates the shop can fill on the day: queue, first cup, the team, the neighbours, sold out, thank you.",
      "Editable in the app on a phone, so no effects that only the desktop version knows.",
    ],
    talk: [["requester", "The shop manager tested them on her own phone and is happy with all but 'sold out'."]],
  },
  {
    title: "How we roast: time-lapse for Sunday",
    fileFormat: "video_landscape",
    quantity: 1,
    text: [
      "Eleven minutes of roasting in twenty seconds, colour by colour. Captions name the temperature at three points.",
    ],
    talk: [
      ["assignee", "First crack is at 196 degrees in the log, the storyboard says 205. Which one do we print?"],
      ["requester", "The log is right. I corrected the storyboard.", "reply"],
    ],
  },
  {
    title: "Staff favourites, weekly still",
    fileFormat: "still",
    quantity: 4,
    text: [
      "One still a week for four weeks: a colleague, their cup, one sentence in their handwriting.",
      "Scan the handwriting properly, please; photographs of paper looked grey last time.",
    ],
    talk: [["collaborator", "Scanner in the print room is back, 600 dpi."]],
  },
];
