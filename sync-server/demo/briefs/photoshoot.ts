import type { Brief } from "./brief.ts";

export const photoshoot: readonly Brief[] = [
  {
    title: "Cold brew bottles, packshots in sun",
    hours: 4,
    quantity: 12,
    text: [
      "Twelve clean packshots and as many with condensation. Hard sun, long shadows, warm stone.",
      "Bottles arrive the day before; please keep four for the film.",
    ],
    talk: [
      ["assignee", "We start with the dry ones, then there is no going back."],
      ["requester", "Label proof attached to the crate. Batch 3 has the right green.", "reply"],
    ],
  },
  {
    title: "Team portraits for the annual report",
    hours: 6,
    quantity: 24,
    text: [
      "Twenty-four people, ten minutes each, in front of their own work place. The list with times is with the front desk.",
    ],
    talk: [
      ["collaborator", "Grey card and the small softbox are packed. Nobody from the roastery before noon."],
      ["requester", "Swapped the roastery to the afternoon.", "reply"],
    ],
  },
  {
    title: "Ghent shop interior before opening",
    hours: 3,
    quantity: 15,
    text: ["Empty shop, lights on, one day before the opening. The architect wants five of them and will credit us."],
    talk: [["assignee", "Floor is being waxed until eleven, so from noon. I bring shoe covers."]],
  },
  {
    title: "Latte art, sequence of eight",
    from: "creative",
    hours: 2,
    quantity: 8,
    text: [
      "Eight moments of one pour, from straight above, same framing. For the training booklet and the wall in Delft.",
    ],
    talk: [["head", "Use the matte cups, the glossy ones mirror the lamp."]],
  },
  {
    title: "Farmers' visit, reportage",
    hours: 8,
    quantity: 40,
    text: [
      "Four partners from Huila visit the roastery. Stay with them for the day; ask before each portrait.",
      "No pictures of contracts or prices.",
    ],
    talk: [
      ["assignee", "Will somebody translate? I would like to ask properly."],
      ["requester", "Paola is with you all day.", "reply"],
    ],
  },
  {
    title: "Trade fair stand, details for the case study",
    from: "sales",
    hours: 3,
    quantity: 18,
    text: ["The stand is ours until ten, then the public comes in. Joints, materials, the bar from both sides."],
    talk: [["collaborator", "Badges for two are at the north entrance, name of the agency is on them by mistake."]],
  },
  {
    title: "Recipe cards: four autumn drinks",
    hours: 5,
    quantity: 4,
    text: [
      "One drink a card, front view, in the blue light of late afternoon. Ingredients around it only where one sees why.",
    ],
    talk: [
      ["requester", "Chestnut syrup is darker than last year's, please photograph the real one."],
      ["assignee", "Noted, we fetch it from the shop in the morning.", "reply"],
    ],
  },
  {
    title: "Wholesale brewer range on white",
    from: "sales",
    hours: 4,
    quantity: 9,
    text: [
      "Nine machines on white for the price list, three angles. Steel reflects: tent, please. Weights are on the sheet.",
    ],
    talk: [["assignee", "The two-group machine weighs 61 kg. I need a second pair of hands and a trolley."]],
  },
  {
    title: "Repair café evening, mood pictures",
    hours: 3,
    quantity: 20,
    text: ["Neighbours repair grinders together. Available light only, it is their evening."],
    talk: [["requester", "Two people do not want to be in pictures; they wear the yellow badge."]],
  },
];
