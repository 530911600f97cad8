import type { Brief } from "./brief.ts";

export const websiteBanner: readonly Brief[] = [
  {
    title: "Home page hero: subscription, spring edition",
    criteria: "image",
    product: "brandBook",
    quantity: 2,
    text: [
      "The box arrives, somebody is happy, no hands from nowhere. Headline stays live text, so leave the left third calm.",
      "- 2880 × 1200 and 1080 × 1350",
      "- below 250 kB each",
    ],
    talk: [
      ["assignee", "On wide screens the calm third is half the picture. Shall I extend the wall?"],
      ["requester", "Yes, and the plant may leave.", "reply"],
    ],
  },
  {
    title: "HTML5 banner set for the grinder sale",
    criteria: "video",
    quantity: 5,
    text: [
      "Five sizes, one animation of at most fifteen seconds, stops after two rounds.",
      "# Sizes",
      "- 300 × 250",
      "- 728 × 90",
      "- 160 × 600",
      "- 320 × 100",
      "- 970 × 250",
      "Price is set by the shop and comes in as text, so keep room for four digits.",
    ],
    talk: [
      ["head", "The ad server refuses files above 150 kB, fonts included."],
      ["assignee", "Largest is 131 kB with the subset font.", "reply"],
    ],
  },
  {
    title: "Banner: we are hiring roasters",
    criteria: "image",
    quantity: 3,
    text: [
      "For the careers page and two partner sites. A person at the drum, not a stock smile. The link goes to /work.",
    ],
    talk: [["requester", "The second partner wants a version without our logo in it, theirs sits above."]],
  },
  {
    title: "Wholesale login, background image",
    from: "sales",
    criteria: "image",
    quantity: 1,
    text: [
      "Customers look at this every morning at six. Something that is kind at six in the morning.",
      "Dark enough for a white form to stand on it.",
    ],
    talk: [["assignee", "Proposal: the empty shop, chairs still up, first light. Contrast with the form is 7.4 : 1."]],
  },
  {
    title: "Moving header for the gift page",
    criteria: "video",
    quantity: 1,
    text: [
      "Paper folding itself around a bag of beans, in a loop without a visible seam.",
      "People who ask for reduced motion see the last frame.",
    ],
    talk: [
      ["collaborator", "Stop-motion needs about 90 frames. I have the table from four to seven."],
      ["assignee", "I fold, you shoot.", "reply"],
    ],
  },
  {
    title: "Store locator: eleven new shop pictures",
    criteria: "image",
    quantity: 11,
    text: [
      "Same height, same hour, same distance: one picture per shop from the pavement opposite. List of addresses below.",
    ],
    talk: [
      ["assignee", "Leiden has scaffolding until the 20th. Wait, or take the old one?"],
      ["requester", "Wait. Nothing links to it before the 25th.", "reply"],
    ],
  },
  {
    title: "Cookie page illustration",
    criteria: "image",
    quantity: 1,
    text: ["An actual cookie. Legal has approved the joke in writing."],
    talk: [["requester", "They asked me to say that the approval covers one cookie."]],
  },
  {
    title: "Partner portal: seasonal banner, three languages",
    from: "sales",
    criteria: "image",
    quantity: 3,
    text: [
      "English, Dutch, French. The French line is a third longer; please plan for that and do not shrink the type.",
    ],
    talk: [
      ["assignee", "French broken over two lines, the others centred on the same axis."],
      ["requester", "Looks as if it had always been so.", "reply"],
    ],
  },
  {
    title: "Checkout reassurance strip",
    from: "creative",
    criteria: "image",
    quantity: 1,
    text: ["Delivery, roast date, returns: three small drawings in the line weight of the icons. SVG."],
    talk: [["head", "Take the pen from the packaging, not from the website."]],
  },
];
