/** Compressing four kilobytes at every change of a list row costs more than the disk they take. */
export const plainSummaries = `
alter table tickets alter column summary set storage external;
`;
