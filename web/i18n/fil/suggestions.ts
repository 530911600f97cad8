import { strong } from "../strong.ts";
import { ni } from "./plural.ts";

export const suggestions = {
  suggestIt: "Imungkahi ito",
  suggested: "Naimungkahi na. Nasa mga comment ito ng ticket.",
  heading: (who: string) => `Mungkahi ${ni([who], strong)}`,
  headingOwn: "Mungkahi mo",
  apply: "Ilapat",
  applied: (who: string, moment: string) => `Inilapat ${ni([who], strong)} ${moment}`,
  appliedOwn: (moment: string) => `Inilapat mo ${moment}`,
  standsThere: "Ito na ang nakasulat ngayon.",
  body: (field: string, value: string) => `${field}: ${value}`,
  appliedBody: (field: string) => `Inilapat: ${field}`,
};
