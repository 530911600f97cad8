/** Processor time that `run` takes in this process, in milliseconds: what a busy machine does beside it does not count. */
export const cpuMs = async (run: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
