/** Small things about a person that are kept beside the engine's database and go when they sign out. */
const prefix = "slate:mine:";

export const mineOnDevice = (name: string) => ({
  read: (): string | null => localStorage.getItem(prefix + name),
  write: (text: string): void => localStorage.setItem(prefix + name, text),
});

export const forgetMine = (): void => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
};
