import { render } from "solid-js/web";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");
render(() => <p>Slate</p>, root);
