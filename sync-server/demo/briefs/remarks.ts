/** What people write when they send something back. */
export const rejections: readonly string[] = [
  "We said no to a second film this month. Please come back with a still, or wait for the next budget.",
  "The brief names no audience. Who is meant to stop scrolling for this?",
  "This is the same request as last week's, only with another title. Let us finish that one first.",
  "The date collides with the fair, nobody is in the house. Move it by a week and I approve it.",
  "Prices in the text are not confirmed. Ask finance, then resubmit.",
  "Please name the shop and the person who opens the door for us.",
];

export const imageRevisions: readonly string[] = [
  "The logo is too small on the square version, it disappears on a phone.",
  "The green is last year's. Please take it from the brand book, page 14.",
  "Headline and picture say the same thing. Could the picture say the other half?",
  "The small print breaks in French.",
];

export const videoRevisions: readonly string[] = [
  "The last two seconds are too fast, one cannot read the label.",
  "Sound is louder in the second half, please level it.",
  "Subtitles sit on the cup in the vertical cut.",
  "Can we open on the shot of the door instead? It is the better first second.",
];

/** Added to a description when the work has begun. */
export const additions: readonly string[] = [
  "Addition after the call: the Dutch version goes first, French follows two days later.",
  "Note from the team: masters go into the shared drive under the ticket's number.",
  "Addition: please leave room for the partner's logo at the lower right.",
  "Note: the file names follow the list from the media agency.",
];

export const deadlineReasons: readonly string[] = [
  "The media agency moved its closing date",
  "Agreed with the requester on the phone",
  "Waiting for the product sample",
];

/** Tell apart what is asked for again. */
export const places: readonly string[] = [
  "Utrecht",
  "Antwerp",
  "Ghent",
  "Delft",
  "Leiden",
  "Rotterdam",
  "Bruges",
  "Haarlem",
  "Breda",
  "Leuven",
  "Groningen",
  "Mechelen",
];
