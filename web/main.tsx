import { render } from "solid-js/web";
import "./theme.css";
import "./base.css";
import "virtual:uno.css";
import { App } from "./app.tsx";
import { language } from "./i18n/language.ts";
import { registerServiceWorker } from "./platform/app-update.ts";
import { listenForInstall } from "./platform/install.ts";
import { refreshServerFacts } from "./platform/server-facts.ts";
import "./platform/theme.ts";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");
document.documentElement.lang = language;
// Each in a task of its own, so that a phone answers in between. The last two the first page does not need.
setTimeout(() => {
  render(() => <App />, root);
  listenForInstall();
  setTimeout(() => {
    void registerServiceWorker();
    void refreshServerFacts();
  });
});
