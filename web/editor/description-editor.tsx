import type { EditorState } from "prosemirror-state";
import { createEffect, createSignal, For, on, onCleanup, onMount, Show } from "solid-js";
import { t } from "../i18n/messages.ts";
import type { OpenTicket } from "../sync/device.ts";
import { Icon } from "../ui/icon.tsx";
import { type ToolName, tools } from "./commands.ts";
import { createEditor, type DescriptionEditor as Editor } from "./create-editor.ts";
import "./description-editor.css";

interface DescriptionEditorProps {
  open: OpenTicket;
  isEditable: boolean;
}

const toolIcons = {
  strong: "icon-bold",
  em: "icon-underline",
  heading: "icon-heading",
  bulletList: "icon-list",
  orderedList: "icon-list-ordered",
  blockquote: "icon-quote",
  undo: "icon-undo-2",
  redo: "icon-redo-2",
} as const satisfies Record<ToolName, string>;
const toolNames = Object.keys(toolIcons) as ToolName[];

/** The description of an open ticket, co-edited live; read-only where the person may not write. */
export default function DescriptionEditor(props: DescriptionEditorProps) {
  let element!: HTMLDivElement;
  let editor: Editor | undefined;
  const [state, setState] = createSignal<EditorState>();
  const [isFocused, setFocused] = createSignal(false);
  onMount(() => {
    editor = createEditor({
      element,
      description: props.open.description,
      awareness: props.open.awareness,
      label: t.words.field.description,
      placeholder: t.ticket.description.placeholder,
      isEditable: () => props.isEditable,
      colorOf: (userId) => props.open.peers().find((peer) => peer.userId === userId)?.color ?? "--who-1",
      onChange: setState,
    });
  });
  createEffect(
    on(
      () => props.isEditable,
      () => editor?.refresh(),
      { defer: true },
    ),
  );
  onCleanup(() => editor?.destroy());
  const leave = (event: FocusEvent & { currentTarget: HTMLElement }) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setFocused(false);
  };
  return (
    <div
      class="editor"
      classList={{ "editor-writable": props.isEditable }}
      onFocusIn={() => setFocused(true)}
      onFocusOut={leave}
    >
      <div ref={element} />
      <Show when={props.isEditable && isFocused()}>
        <div class="editor-tools-place">
          <div class="editor-tools" role="toolbar" aria-label={t.ticket.description.toolbar}>
            <For each={toolNames}>
              {(name) => (
                <button
                  type="button"
                  class="editor-tool"
                  aria-label={t.ticket.description.tools[name]}
                  title={t.ticket.description.tools[name]}
                  aria-pressed={isOn(name, state())}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => editor?.run(tools[name].run)}
                >
                  <Icon name={toolIcons[name]} />
                </button>
              )}
            </For>
          </div>
        </div>
      </Show>
    </div>
  );
}

const isOn = (name: ToolName, state: EditorState | undefined): boolean | undefined => {
  const { isOn: check } = tools[name];
  return check === undefined ? undefined : state !== undefined && check(state);
};
