import type { JSX } from "solid-js";
import { Logo } from "../../parts/logo.tsx";
import "./access-page.css";

/** Pages before signing in: the mark drawn large, then one narrow column. */
export const AccessPage = (props: { heading: string; children: JSX.Element }) => (
  <main class="access">
    <div class="access-mark">
      <svg viewBox="0 0 100 60" preserveAspectRatio="none" aria-hidden="true">
        <path class="access-ink" d="M0 59.5h74" />
        <path class="access-rule" d="M74 59.5h26" />
        <path class="access-ticks" d="M10 40v19M26 40v19M42 40v19" />
        <path class="access-here" d="M58 8v51" />
        <path class="access-to-come" d="M74 51v8" />
      </svg>
    </div>
    <div class="access-column">
      <Logo />
      <h1 class="t5">{props.heading}</h1>
      {props.children}
    </div>
  </main>
);
