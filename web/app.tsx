import { Route, Router } from "@solidjs/router";
import { lazy } from "solid-js";
import { SessionContext } from "./parts/session-context.ts";
import { inOwnTask } from "./platform/in-own-task.ts";
import { rememberedPerson } from "./sync/identity.ts";
import { createSession } from "./sync/session.ts";

const Approvals = lazy(() => inOwnTask(import("./pages/approvals.tsx")));
const Home = lazy(() => inOwnTask(import("./pages/home.tsx")));
const Inside = lazy(() => inOwnTask(import("./pages/inside.tsx")));
const Login = lazy(() => import("./pages/login.tsx"));
const NewTicket = lazy(() => inOwnTask(import("./pages/new-ticket.tsx")));
const NotFound = lazy(() => import("./pages/not-found.tsx"));
const Register = lazy(() => import("./pages/register.tsx"));
const Settings = lazy(() => inOwnTask(import("./pages/settings.tsx")));
const Setup = lazy(() => import("./pages/setup.tsx"));
const Ticket = lazy(() => inOwnTask(import("./pages/ticket.tsx")));
const Tickets = lazy(() => inOwnTask(import("./pages/tickets.tsx")));
const Work = lazy(() => inOwnTask(import("./pages/work.tsx")));

/** Pages inside, by their address; a ticket's has its list beside it. */
const pagesAt = (path: string) => {
  const pages = { "/": Home, "/tickets": Tickets, "/tickets/new": NewTicket, "/approvals": Approvals, "/work": Work };
  const page = { ...pages, "/settings": Settings }[path];
  return page !== undefined ? [page] : path.startsWith("/tickets/") ? [Tickets, Ticket] : [];
};

const remembered = rememberedPerson();
// What the address needs is fetched while this person's device starts, not once it has.
if (remembered !== null)
  queueMicrotask(() => {
    for (const page of [Inside, ...pagesAt(location.pathname)]) void page.preload();
  });

/** Every address of the app. Signed out, the ones inside lead to /login and come back. */
export const App = () => (
  <SessionContext.Provider value={createSession(remembered)}>
    <Router>
      <Route path="/login" component={Login} />
      <Route path="/register" component={Register} />
      <Route path="/setup" component={Setup} />
      <Route component={Inside}>
        <Route path="/" component={Home} />
        <Route path="/tickets/new" component={NewTicket} />
        <Route path="/tickets" component={Tickets}>
          <Route path="/" />
          <Route path="/:id" component={Ticket} />
        </Route>
        <Route path="/approvals" component={Approvals} />
        <Route path="/work" component={Work} />
        <Route path="/settings" component={Settings} />
        <Route path="*" component={NotFound} />
      </Route>
    </Router>
  </SessionContext.Provider>
);
