export const install = {
  region: "Install",
  offer: (app: string) => `${app} opens at once from your own screen, also without a network.`,
  ios: "Tap Share, then ‘Add to Home Screen’.",
  install: "Install",
  notNow: "Don’t show again",
};
