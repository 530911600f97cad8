import { strong } from "../strong.ts";
import { afterVerb, itoNi, list, si } from "./plural.ts";

interface Event {
  who: string;
  did: string;
  when: string;
}

export const refusals = {
  overtaken: (event: Event, own: string) =>
    `${afterVerb(event.did, itoNi(event.who, strong))} ${event.when}, bago dumating ang ${own}.`,
  overtakenBySelf: (event: Event) => `${afterVerb(event.did, "mo na ito")} ${event.when}.`,
  wrongStatus: (status: string, own: string) =>
    `Nasa ‘${status}’ na ngayon ang ticket na ito, kaya hindi na applicable ang ${own}.`,
  now: {
    draft: "Draft pa ito.",
    requested: "Naghihintay ito ngayon ng department approval.",
    pending_creative: "Naghihintay ito ngayon ng creative approval.",
    approved: "Approved na ito at hindi pa nasisimulan.",
    in_progress: "Ginagawa na ito.",
    completed: "Tapos na ito; puwede itong kumpirmahin o ipa-revise ng requester.",
    rejected: "Puwede itong baguhin at ipadala ulit ng requester.",
  },
  forbidden: (own: string, needs: readonly string[]) =>
    needs.length === 0
      ? `Hindi mo ito puwedeng gawin dito, kaya hindi tinanggap ang ${own}.`
      : `Tanging ${list(needs)} ang puwedeng gumawa nito, kaya hindi tinanggap ang ${own}.`,
  textForbidden: (status: string) =>
    `Nasa ‘${status}’ na ang ticket na ito, kung saan hindi mo na ito puwedeng baguhin. Nakatabi ang isinulat mo:`,
  textOvertaken: (event: Event) =>
    `${afterVerb(event.did, itoNi(event.who, strong))} ${event.when}, bago dumating ang pagbabago mo.`,
  textKept: "Nakatabi ang isinulat mo:",
  textInTrash: "Nasa trash ang ticket na ito, kaya walang puwedeng baguhin. Nakatabi ang isinulat mo:",
  briefChanged:
    "Nagbago ang brief mula nang tingnan mo, kaya naka-hold ang approval mo. Tingnan ulit at i-approve ang bago.",
  incomplete: (fields: readonly string[]) => `May kulang pa: ${list(fields)}.`,
  invalidArguments: (own: string) => `May hindi tugma sa ${own}. Buksan ang ticket at subukan ulit.`,
  invalidAssignee: (people: readonly string[]) =>
    `Hindi puwedeng tumanggap ng ticket ${si(people)}. Pumili ng tao mula sa creative team.`,
  alreadyConfirmed: (event: Event) =>
    `Kinumpirma ${itoNi(event.who, strong)} ${event.when}. Closed na ito; wala nang kailangang gawin.`,
  trashed: (event: Event) =>
    `Inilipat ${itoNi(event.who, strong)} sa trash ${event.when}. I-restore muna ito, saka subukan ulit.`,
  notTrashed: "Wala sa trash ang ticket na ito; walang kailangang i-restore.",
  notAShoot: "Mga shoot lang ang may schedule.",
  notYours: "Sa ibang tao ito, kaya ibinalik ito sa dati.",
  readOnly: "Server lang ang nagsusulat sa bahaging ito ng ticket, kaya ibinalik ito sa dati.",
  invalidValue: "Hindi ito puwede rito, kaya ibinalik ito sa dati. Nakatabi ang isinulat mo:",
  gone: "Hindi mo na puwedeng makita ang ticket na ito, o wala na ito. Nakatabi ang hindi mo pa naipadala:",
  tooLarge: "Sobra ito sa kayang ilaman ng isang ticket. Nakatabi ang isinulat mo; ipadala ito nang paunti-unti.",
  unreadable: "Hindi ito nabasa ng server. Nakatabi ang isinulat mo; isulat ito ulit.",
  historyReplaced: "Ni-restore ang server mula sa backup. Nakatabi ang hindi mo pa naipadala:",
  generic: "Hindi ito natanggap ng server. Nakatabi ang isinulat mo; subukan ulit, o magtanong sa admin.",
  at: (moment: string) => `kaninang ${moment}`,
  on: (moment: string) => `noong ${moment}`,
  earlier: "kamakailan",
  relation: {
    requester: "ang requester",
    assignee: "ang assignee",
    collaborator: "ang mga collaborator",
    suggested: "ang mga suggested assignee",
    departmentManager: "ang mga approver ng department",
    creativeManager: "ang mga creative approver",
    admin: "ang mga admin",
  },
};
