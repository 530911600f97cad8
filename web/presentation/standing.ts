/** Where all tickets stand: the numbers on Home's rule. What is closed stands at the last station. */
import { isOverdue } from "../../shared/ticket/deadline.ts";
import type { ListedTicket } from "../sync/device.ts";
import { type StationStatus, stationStatuses } from "./status-marks.ts";

export interface StationCount {
  status: StationStatus;
  count: number;
  late: number;
  /** Holding changes that nobody else has seen yet. */
  unsent: number;
}

export interface Standing {
  stations: StationCount[];
  overdue: number;
  rejected: number;
  total: number;
}

export const standingOf = (tickets: readonly ListedTicket[], nowMs: number): Standing => {
  const stations: StationCount[] = stationStatuses.map((status) => ({ status, count: 0, late: 0, unsent: 0 }));
  const standing: Standing = { stations, overdue: 0, rejected: 0, total: 0 };
  for (const { summary, hasWaiting } of tickets) {
    const { state } = summary;
    if (state.trashed !== null) continue;
    const isLate = isOverdue(state, nowMs);
    standing.total++;
    if (isLate) standing.overdue++;
    if (state.status === "rejected") standing.rejected++;
    const station = stations.find(({ status }) => status === state.status);
    if (station === undefined) continue;
    station.count++;
    if (isLate) station.late++;
    if (hasWaiting) station.unsent++;
  }
  return standing;
};
