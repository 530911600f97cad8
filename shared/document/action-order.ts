import type { ActionId } from "../ids.ts";
import type { Action } from "../workflow/actions.ts";
import { deviceTimeMs } from "../workflow/device-time.ts";

export interface StoredAction {
  id: ActionId;
  action: Action;
}

/** For `sort`: the order in which one person's actions were made – their counter, then their clock, then the id. */
export const compareActions = (a: StoredAction, b: StoredAction): number =>
  (a.action.n ?? 0) - (b.action.n ?? 0) ||
  (deviceTimeMs(a.action) ?? 0) - (deviceTimeMs(b.action) ?? 0) ||
  (a.id < b.id ? -1 : Number(a.id > b.id));
