import { plural } from "./plural.ts";

export const settings = {
  profile: {
    edit: "I-edit ang profile",
    firstName: "Pangalan",
    lastName: "Apelyido",
    email: "E-mail",
    telegram: "Telegram username",
    save: "I-save",
    offline: "Mababago mo ang profile mo kapag naabot na ang server.",
    notSaved: "Hindi ito tinanggap ng server. Tingnan ulit ang mga field.",
  },
  sessions: {
    heading: "Kung saan ka naka-sign in",
    offline: "Makikita ito kapag naabot na ang server.",
    device: (browser: string, system: string) => (system === "" ? browser : `${browser} sa ${system}`),
    unknown: "Isang programa",
    here: "Ang device na ito",
    lastSeen: "Huling ginamit",
    end: "Tapusin",
    endNamed: (device: string) => `Tapusin ang session ng ${device}`,
    endOthers: "Tapusin ang lahat ng iba pa",
    endOthersAsk: (count: number) =>
      `Matatapos agad ang ${plural(count, "ibang session")}. Mananatili sa mga device na iyon ang hindi pa naipadala, at ipapadala kapag nag-log in ka ulit.`,
    failed: "Hindi ito tinanggap ng server. Subukan ulit.",
  },
  device: {
    tickets: "Mga ticket na buo rito",
    space: "Espasyo",
    lastContact: "Huling koneksyon",
    safe: "Ligtas sa pagbura",
    isSafe: "Oo, itatago ito ng browser",
    isNotSafe: "Puwede itong burahin ng browser kapag naubos ang espasyo",
    keepSafe: "Panatilihing ligtas",
    notGranted: "Hindi pumayag ang browser. Kadalasan, nakakatulong ang pag-install ng app.",
    spare: (count: number) =>
      `Puwedeng alisin ang ${plural(count, "saradong ticket")}. Walang hindi pa naipadala sa mga ito; mananatili sa listahan, at babalik kapag binuksan mo.`,
    free: "Magbakante ng espasyo",
    freed: (count: number) => `${plural(count, "ticket")} ang inalis sa device na ito.`,
    freeOffline: "Kailangan nito ang server: dapat makabalik ang anumang aalisin.",
  },
  signOut: {
    refused: (count: number) =>
      `${plural(count, "hindi tinanggap na pagbabago")}, pati ang isinulat mo, ang mawawala rin.`,
  },
};
