import { appName } from "../platform/server-facts.ts";

/** The rule is the mark: five ticks, the fourth is where one stands. */
export const Logo = () => (
  <span class="logo">
    <svg viewBox="0 0 26 18" width="26" height="18" fill="currentColor" aria-hidden="true">
      <path d="M0 10h3v8H0zM5.75 10h3v8h-3zM11.5 10h3v8h-3zM17.25 0h3v18h-3zM23 14h3v4h-3z" />
    </svg>
    <span>{appName()}</span>
  </span>
);
