import "./avatar.css";

interface AvatarProps {
  initials: string;
  /** One's own is filled with pencil. */
  isMine?: boolean;
  /** A CSS custom property (`--who-1`): the ring of somebody who is here now. */
  color?: string;
  size?: "small" | "large";
}

/** A person's initials; always beside their name, so it is not read aloud. */
export const Avatar = (props: AvatarProps) => (
  <span
    class={`avatar avatar-${props.size ?? "small"}`}
    classList={{ "avatar-mine": props.isMine === true }}
    style={props.color === undefined ? {} : { "--ring": `var(${props.color})` }}
    aria-hidden="true"
  >
    {props.initials}
  </span>
);
