import type { Messages } from "../messages.ts";
import { access } from "./access.ts";
import { actions } from "./actions.ts";
import { app } from "./app.ts";
import { intake } from "./intake.ts";
import { refusals } from "./refusals.ts";
import { storage } from "./storage.ts";
import { sync } from "./sync.ts";
import { ticket } from "./ticket.ts";
import { times } from "./times.ts";
import { words } from "./words.ts";

export const fil: Messages = { access, actions, app, intake, refusals, storage, sync, ticket, times, words };
