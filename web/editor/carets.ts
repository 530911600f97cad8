/** Other people's carets: two pixels in their colour, their name on a tag that shrinks to initials when they rest. */
import type { DecorationAttrs } from "prosemirror-view";
import { yCursorPlugin } from "y-prosemirror";
import type { Awareness } from "y-protocols/awareness";
import { initialsOf } from "../presentation/names.ts";

/** Who a caret belongs to: the identity the server stamped on the connection. */
interface CaretOwner {
  id?: string;
  name: string;
}

/** A still caret keeps its full name this long. */
const restAfterMs = 3_000;

export const caretPlugin = (awareness: Awareness, colorOf: (userId: string) => string) => {
  const carets = new Map<number, HTMLElement>();
  const rests = new Map<number, ReturnType<typeof setTimeout>>();

  const wake = (clientId: number) => {
    carets.get(clientId)?.classList.remove("caret-resting");
    clearTimeout(rests.get(clientId));
    rests.set(
      clientId,
      setTimeout(() => carets.get(clientId)?.classList.add("caret-resting"), restAfterMs),
    );
  };
  const follow = ({ added, updated }: { added: number[]; updated: number[] }) => {
    for (const clientId of [...added, ...updated]) wake(clientId);
  };
  awareness.on("change", follow);

  const plugin = yCursorPlugin(awareness, {
    cursorBuilder: (owner: CaretOwner, clientId: number) => {
      const caret = drawCaret(owner, colorOf(owner.id ?? ""));
      carets.set(clientId, caret);
      wake(clientId);
      return caret;
    },
    selectionBuilder: (owner: CaretOwner): DecorationAttrs => ({
      class: "caret-selection",
      style: `--who: var(${colorOf(owner.id ?? "")})`,
    }),
  });
  const stop = () => {
    awareness.off("change", follow);
    for (const timer of rests.values()) clearTimeout(timer);
  };
  return { plugin, stop };
};

const drawCaret = (owner: CaretOwner, color: string): HTMLElement => {
  const caret = document.createElement("span");
  caret.className = "caret";
  caret.style.setProperty("--who", `var(${color})`);
  const tag = document.createElement("span");
  tag.className = "caret-tag";
  tag.dataset.initials = initialsOf(owner.name);
  tag.dataset.name = owner.name;
  // Word joiners keep the caret in its line without adding a place to break it.
  caret.append("\u2060", tag, "\u2060");
  return caret;
};
