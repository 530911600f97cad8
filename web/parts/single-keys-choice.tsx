import { t } from "../i18n/messages.ts";
import { setSingleKeys, singleKeys } from "../platform/single-keys.ts";
import { Segmented } from "../ui/segmented.tsx";

/** Those who speak to the machine, or stray onto keys, switch the letters off (WCAG 2.1.4). */
export const SingleKeysChoice = (props: { isLabelShown?: boolean }) => (
  <Segmented
    label={t.keys.single}
    isLabelShown={props.isLabelShown !== false}
    hint={t.keys.singleHint}
    value={singleKeys() ? "on" : "off"}
    options={(["on", "off"] as const).map((value) => ({ value, label: t.keys[value] }))}
    onChange={(value) => setSingleKeys(value === "on")}
  />
);
