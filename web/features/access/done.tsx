import { A } from "@solidjs/router";
import { t } from "../../i18n/messages.ts";

/** What stands in a form's place when it has done its work. */
export const Done = (props: { title: string; text: string }) => (
  <div class="access-form" role="status">
    <p>
      <b>{props.title}.</b> {props.text}
    </p>
    <A class="button button-main" href="/login">
      {t.access.register.toLogin}
    </A>
  </div>
);
