import type { Brief } from "./brief.ts";

export const ads: readonly Brief[] = [
  {
    title: "Subscription campaign, performance set",
    items: [
      ["bannerAd", 6],
      ["videoAd", 2],
    ],
    text: [
      "Two ideas, three headlines each, one film in two lengths. We test for a week and keep the best.",
      "- A: the box is lighter than the bag you carry",
      "- B: you run out on a Sunday",
    ],
    talk: [
      ["assignee", "B works without a picture of the product. May we?"],
      ["requester", "In one of the three, yes. I want to see that number.", "reply"],
    ],
  },
  {
    title: "Grinder sale, retargeting banners",
    items: [["bannerAd", 4]],
    text: ["For people who looked at a grinder and left. Remind, do not chase: no countdown, no red."],
    talk: [["head", "Legal text goes below the picture, not into it."]],
  },
  {
    title: "Carousel: one bean, five drinks",
    items: [["carouselAd", 5]],
    text: [
      "The bean stays in the same place on every card, the drink changes around it. Last card is the shop finder.",
    ],
    talk: [
      ["assignee", "On card 3 the cup covers the bean. Half-covered still reads, I think."],
      ["requester", "Half is charming. Keep it.", "reply"],
    ],
  },
  {
    title: "Opening offer Ghent, local ads",
    items: [
      ["bannerAd", 3],
      ["carouselAd", 2],
    ],
    text: [
      "Within five kilometres of the shop, for two weeks. Street name large, brand small, it is a neighbour speaking.",
    ],
    talk: [["requester", "Opening hours changed: Sunday from nine."]],
  },
  {
    title: "Wholesale leads, business network",
    from: "sales",
    items: [
      ["bannerAd", 2],
      ["videoAd", 1],
    ],
    text: ["For people who run a café and are tired of their supplier. Film: the delivery van at 5:50, nothing else."],
    talk: [
      ["collaborator", "Van is filmed already for the roastery piece, I can cut 12 s from that."],
      ["requester", "Perfect, use it.", "reply"],
    ],
  },
  {
    title: "Cold brew, bumper ads of six seconds",
    items: [["videoAd", 4]],
    text: ["Four bumpers, one gag each. Product in the last second, sound optional."],
    talk: [["assignee", "Gag 2 needs a pigeon. I have asked a pigeon person."]],
  },
  {
    title: "Gift cards, last week before the holidays",
    items: [["bannerAd", 5]],
    text: ["For the late ones. 'Arrives in a minute' is true, so we may say it."],
    talk: [["requester", "Ends on the 24th at noon sharp, please put it into the file names."]],
  },
  {
    title: "Recruiting ads for the Antwerp roastery",
    items: [
      ["bannerAd", 2],
      ["carouselAd", 3],
    ],
    text: ["Early shifts, real wages, printed in the ad. Colleagues instead of models, list of volunteers below."],
    talk: [["collaborator", "Three volunteers said yes, one wants to see the picture first. Of course."]],
  },
  {
    title: "Brewer trade-in for cafés",
    from: "sales",
    items: [
      ["videoAd", 1],
      ["bannerAd", 3],
    ],
    text: ["Old machine out, new machine in, one morning. Show the gap on the counter: that is the fear we answer."],
    talk: [["assignee", "Counter in the Delft shop is empty on Monday, we shoot the gap there."]],
  },
];
