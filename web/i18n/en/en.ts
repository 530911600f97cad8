import { access } from "./access.ts";
import { actions } from "./actions.ts";
import { app } from "./app.ts";
import { install } from "./install.ts";
import { intake } from "./intake.ts";
import { keys } from "./keys.ts";
import { palette } from "./palette.ts";
import { refusals } from "./refusals.ts";
import { sync } from "./sync.ts";
import { ticket } from "./ticket.ts";
import { times } from "./times.ts";
import { words } from "./words.ts";

export const en = { access, actions, app, install, intake, keys, palette, refusals, sync, ticket, times, words };
