import type { Brief } from "./brief.ts";

export const liveProduction: readonly Brief[] = [
  {
    title: "Barista championship, regional final, stream",
    hours: 8,
    quantity: 1,
    text: [
      "Six competitors, one stage, two commentators. Four cameras and the score on screen.",
      "The venue's upload is 40 Mbit; bring the bonded modem all the same.",
    ],
    talk: [
      ["assignee", "Scores come as a spreadsheet. Who types them in on the day?"],
      ["requester", "Milo does, he sits behind the judges.", "reply"],
      ["collaborator", "Modem tested in the hall, 31 Mbit on three networks."],
    ],
  },
  {
    title: "Live Q&A with the roasters",
    hours: 2,
    quantity: 1,
    text: [
      "Forty minutes, two roasters, questions from the chat. Somebody has to moderate; no question is read out unseen.",
    ],
    talk: [["requester", "Start moved to 19:30, the rest stays."]],
  },
  {
    title: "Opening of the Ghent shop, live from the door",
    hours: 3,
    quantity: 1,
    text: [
      "From ten minutes before the door opens until the first twenty cups are out. Vertical, handheld, with a clip-on microphone.",
    ],
    talk: [
      ["assignee", "Permit for the pavement?"],
      ["requester", "Granted yesterday, copy is at the till.", "reply"],
    ],
  },
  {
    title: "Wholesale spring briefing, broadcast",
    from: "sales",
    hours: 4,
    quantity: 1,
    text: [
      "Two hundred customers watch. Slides and speaker side by side, recording online the same evening with chapters.",
    ],
    talk: [["head", "Rehearsal the day before is not optional. We lost eleven minutes last spring."]],
  },
  {
    title: "Charity auction of the first micro-lot",
    hours: 3,
    quantity: 1,
    text: [
      "Bids come by phone and chat, so the delay must stay below five seconds. The gavel is borrowed, please return it.",
    ],
    talk: [["collaborator", "Low-latency mode gives us 3 s. Chat bids are shown by hand."]],
  },
  {
    title: "Company breakfast, hybrid",
    from: "creative",
    hours: 2,
    quantity: 1,
    text: ["Half of us in the room, half at home, everybody heard. Two ceiling microphones, one camera on the room."],
    talk: [["assignee", "Echo test at 8:15 with whoever is awake."]],
  },
  {
    title: "Cupping live with the Huila partners",
    hours: 3,
    quantity: 1,
    text: ["We taste here, they taste there, the same eight coffees. Translation in the right ear."],
    talk: [
      ["requester", "It is seven in the morning for them. Please start on the minute."],
      ["assignee", "Line opens thirty minutes before, with music.", "reply"],
    ],
  },
  {
    title: "Trade fair stage, day two",
    from: "sales",
    hours: 7,
    quantity: 1,
    text: [
      "Five talks of forty minutes. Record all, stream the two with a star. Microphone batteries between all of them.",
    ],
    talk: [["collaborator", "Stage manager is called Ines, channel 4."]],
  },
  {
    title: "Night of the museums: coffee bar cam",
    hours: 6,
    quantity: 1,
    text: [
      "A fixed camera over the bar, from eight to two, one caption an hour. People should want to leave the house.",
    ],
    talk: [["requester", "The museum asks us to blur the guest book."]],
  },
];
