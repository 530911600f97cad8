/** ProseMirror bound to a ticket's description. Framework-free; the Solid component only mounts it. */
import { type Command, EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { ySyncPlugin, yUndoPlugin } from "y-prosemirror";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { caretPlugin } from "./carets.ts";
import { keyPlugins } from "./keys.ts";
import "./ordered-undo.ts";
import { schema } from "./schema.ts";

interface EditorOptions {
  element: HTMLElement;
  description: Y.XmlFragment;
  awareness: Awareness;
  label: string;
  placeholder: string;
  isEditable: () => boolean;
  /** CSS custom property of a person's colour. */
  colorOf: (userId: string) => string;
  /** After every change of text or selection. */
  onChange: (state: EditorState) => void;
}

export interface DescriptionEditor {
  run(command: Command): void;
  focus(): void;
  /** Asks `isEditable` again. */
  refresh(): void;
  destroy(): void;
}

export const createEditor = (options: EditorOptions): DescriptionEditor => {
  const carets = caretPlugin(options.awareness, options.colorOf);
  const view = new EditorView(options.element, {
    state: EditorState.create({
      schema,
      plugins: [ySyncPlugin(options.description), carets.plugin, yUndoPlugin(), ...keyPlugins()],
    }),
    editable: options.isEditable,
    attributes: (state) => ({
      role: "textbox",
      class: "prose",
      "aria-multiline": "true",
      "aria-label": options.label,
      "aria-readonly": String(!options.isEditable()),
      ...(isEmpty(state) ? { "data-placeholder": options.placeholder } : {}),
    }),
    // `this`, since the first transaction comes while the view is still being made.
    dispatchTransaction(this: EditorView, transaction) {
      this.updateState(this.state.apply(transaction));
      options.onChange(this.state);
    },
    handleClick: (_view, _position, event) => followLink(event),
  });
  return {
    run: (command) => {
      command(view.state, view.dispatch, view);
      view.focus();
    },
    focus: () => view.focus(),
    refresh: () => view.setProps({ editable: options.isEditable }),
    destroy: () => {
      carets.stop();
      view.destroy();
    },
  };
};

const isEmpty = ({ doc }: EditorState): boolean =>
  doc.childCount === 1 && doc.firstChild?.isTextblock === true && doc.content.size === 2;

/** While one may write, a plain click sets the caret; with Ctrl or ⌘ it follows the link. */
const followLink = (event: MouseEvent): boolean => {
  const link = (event.target as HTMLElement).closest("a");
  if (link === null || !(event.metaKey || event.ctrlKey)) return false;
  window.open(link.href, "_blank", "noopener");
  return true;
};
