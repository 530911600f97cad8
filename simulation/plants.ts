import type { Plant } from "./plant.ts";

/** Bugs to plant, by name. Each must be found within 500 seeds. */
export const plants: readonly Plant[] = [];

export const plantNamed = (name: string): Plant | null => plants.find((plant) => plant.name === name) ?? null;
