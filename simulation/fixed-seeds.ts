/** Seeds that once went wrong, or that take a way seldom taken; every run begins with them. */
export const fixedSeeds: readonly number[] = [
  2, 8, 13, 16, 106, 175, 233, 446, 594, 1651, 2715, 6013, 251, 8716, 11441, 12322, 21949, 25932, 37701,
];
