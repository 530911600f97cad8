import type { Messages } from "../messages.ts";
import { access } from "./access.ts";
import { actions } from "./actions.ts";
import { app } from "./app.ts";
import { intake } from "./intake.ts";
import { list } from "./list.ts";
import { refusals } from "./refusals.ts";
import { sync } from "./sync.ts";
import { ticket } from "./ticket.ts";
import { times } from "./times.ts";
import { words } from "./words.ts";

export const fil: Messages = { access, actions, app, intake, list, refusals, sync, ticket, times, words };
