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
render(() => <App />, root);
listenForInstall();
// Neither is needed for the first page, and a phone is busy enough with that.
setTimeout(() => {
  void registerServiceWorker();
  void refreshServerFacts();
});
