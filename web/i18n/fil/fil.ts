import type { Messages } from "../messages.ts";
import { access } from "./access.ts";
import { actions } from "./actions.ts";
import { app } from "./app.ts";
import { approvals } from "./approvals.ts";
import { calendar } from "./calendar.ts";
import { changes } from "./changes.ts";
import { home } from "./home.ts";
import { install } from "./install.ts";
import { intake } from "./intake.ts";
import { keys } from "./keys.ts";
import { list } from "./list.ts";
import { palette } from "./palette.ts";
import { refusals } from "./refusals.ts";
import { settings } from "./settings.ts";
import { setup } from "./setup.ts";
import { storage } from "./storage.ts";
import { suggestions } from "./suggestions.ts";
import { sync } from "./sync.ts";
import { ticket } from "./ticket.ts";
import { times } from "./times.ts";
import { words } from "./words.ts";
import { work } from "./work.ts";

export const fil: Messages = {
  access,
  actions,
  app,
  approvals,
  calendar,
  changes,
  home,
  install,
  intake,
  keys,
  list,
  palette,
  refusals,
  settings,
  setup,
  storage,
  suggestions,
  sync,
  ticket,
  times,
  words,
  work,
};
