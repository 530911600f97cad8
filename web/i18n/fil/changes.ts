import { list, plural } from "./plural.ts";

export const changes = {
  list: (things: readonly string[]) => list(things),
  kind: { creative: "Creative work", support: "Tulong" },
  category: { technical: "Teknikal", financial: "Pinansyal", product: "Produkto" },
  nothing: "wala",
  was: "dati",
  is: "ngayon",
  removed: "inalis:",
  added: "idinagdag:",
  heading: "Mga nagbago mula nang tumingin ka",
  none: "Walang nagbago mula nang tumingin ka",
  yesterdayAt: (clock: string) => `kahapon ${clock}`,
  newFromHere: "Bago mula nang tumingin ka",
  by: (names: readonly string[]) => `ni ${list(names)}`,
  held: {
    sentence: (when: string) => `In-approve mo ang nakasulat ${when}. Nabago ito bago dumating ang approval mo:`,
    elsewhere: "Nabago ang brief bago dumating ang approval mo. Tingnan ito ayon sa nakasulat ngayon.",
    approveNow: "I-approve ang nakasulat ngayon",
  },
  since: (count: number) => `${plural(count, "pagbabago")} mula nang tumingin ka`,
  newBeside: (comments: number, actions: number) =>
    list([
      ...(comments > 0 ? [plural(comments, "bagong komento")] : []),
      ...(actions > 0 ? [plural(actions, "bagong hakbang")] : []),
    ]),
};
