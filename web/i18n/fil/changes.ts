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
  since: (count: number) => `${plural(count, "pagbabago")} mula nang tumingin ka`,
  newBeside: (comments: number, actions: number) =>
    list([
      ...(comments > 0 ? [plural(comments, "bagong komento")] : []),
      ...(actions > 0 ? [plural(actions, "bagong hakbang")] : []),
    ]),
};
