/** Ticket numbers come from the database, which judging cannot wait for: one is taken beforehand and kept if unused. */
export interface NumberPool {
  take(): Promise<number>;
  giveBack(number: number): void;
}

export const createNumberPool = (takeNumber: () => Promise<number>): NumberPool => {
  const spare: number[] = [];
  return {
    take: async () => spare.shift() ?? (await takeNumber()),
    giveBack: (number) => {
      spare.push(number);
      spare.sort((a, b) => a - b);
    },
  };
};
