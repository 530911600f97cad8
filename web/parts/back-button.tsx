import { useNavigate } from "@solidjs/router";
import { t } from "../i18n/messages.ts";
import { IconButton } from "../ui/button.tsx";

/** Back to where one came from in the app; from outside, to `home`. */
export const BackButton = (props: { home: string; icon?: `icon-${string}` }) => {
  const navigate = useNavigate();
  const goBack = () => {
    const { _depth: depth = 0 } = (window.history.state ?? {}) as { _depth?: number };
    if (depth > 0) navigate(-1);
    else navigate(props.home);
  };
  return (
    <IconButton
      label={props.icon === undefined ? t.app.back : t.app.close}
      icon={props.icon ?? "icon-arrow-left"}
      onClick={goBack}
    />
  );
};
