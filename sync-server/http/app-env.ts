import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";
import type { KnownCaller } from "../auth/callers.ts";

/** What middleware leaves for the handlers. */
export interface AppEnv {
  Bindings: HttpBindings;
  Variables: {
    requestId: string;
    /** Set where the route asks for somebody signed in. */
    caller: KnownCaller;
  };
}
export type App = Hono<AppEnv>;
export type AppContext = Context<AppEnv>;
