export const install = {
  region: "I-install",
  offer: (app: string) => `Agad na nagbubukas ang ${app} mula sa sarili mong screen, kahit walang network.`,
  ios: "Pindutin ang Share, saka ang ‘Add to Home Screen’.",
  install: "I-install",
  notNow: "Huwag nang ipakita",
};
