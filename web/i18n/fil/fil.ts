import type { Messages } from "../messages.ts";
import { access } from "./access.ts";
import { actions } from "./actions.ts";
import { app } from "./app.ts";
import { home } from "./home.ts";
import { intake } from "./intake.ts";
import { refusals } from "./refusals.ts";
import { sync } from "./sync.ts";
import { ticket } from "./ticket.ts";
import { times } from "./times.ts";
import { words } from "./words.ts";
import { work } from "./work.ts";

export const fil: Messages = { access, actions, app, home, intake, refusals, sync, ticket, times, words, work };
