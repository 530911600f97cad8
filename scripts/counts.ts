/** How many tests passed and failed, out of each tool's own report. */
export interface Counts {
  passed: number;
  failed: number;
}

export const noCounts: Counts = { passed: 0, failed: 0 };

export const addCounts = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((sum, { passed }) => sum + passed, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
});

/** A step that is no test itself counts as one. */
export const oneFor = (ok: boolean): Counts => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** A file that could not be loaded counts as one failure; so does a run that failed or ran nothing without saying why. */
export const countVitest = (report: VitestReport | null, ok: boolean): Counts => {
  if (report === null) return oneFor(false);
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  return withFailure({ passed: report.numPassedTests, failed: report.numFailedTests + unloadable }, ok);
};

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
}

/** A story that passed at its second try has failed. */
export const countPlaywright = (report: PlaywrightReport | null, ok: boolean): Counts => {
  if (report === null) return oneFor(false);
  const { expected, unexpected, flaky } = report.stats;
  return withFailure({ passed: expected, failed: unexpected + flaky }, ok);
};

/** The last 'N passed, N failed' of a program's output. */
export const countPrinted = (output: string, ok: boolean): Counts => {
  const last = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
  return withFailure(last === undefined ? noCounts : { passed: Number(last[1]), failed: Number(last[2]) }, ok);
};

const withFailure = (counts: Counts, ok: boolean): Counts => {
  const isSilentFailure = counts.failed === 0 && (!ok || counts.passed === 0);
  return isSilentFailure ? { ...counts, failed: 1 } : counts;
};
