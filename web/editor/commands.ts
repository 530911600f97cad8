/** What the toolbar and the keys do. */
import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import type { NodeType } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, EditorState } from "prosemirror-state";
import { redo, undo } from "y-prosemirror";
import { schema } from "./schema.ts";

export type ToolName = "strong" | "em" | "heading" | "bulletList" | "orderedList" | "blockquote" | "undo" | "redo";

interface Tool {
  run: Command;
  /** Is it on where the selection stands? Absent for what cannot be on. */
  isOn?: (state: EditorState) => boolean;
}

const { nodes, marks } = schema;

const isMarkOn = (name: "strong" | "em") => (state: EditorState) => {
  const { empty, $from, from, to } = state.selection;
  const mark = marks[name];
  return empty
    ? mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined
    : state.doc.rangeHasMark(from, to, mark);
};

/** Does any node around the selection have this type? */
const isWithin = (type: NodeType) => (state: EditorState) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true;
  return false;
};

const toggleHeading: Command = (state, dispatch) =>
  isWithin(nodes.heading)(state)
    ? setBlockType(nodes.paragraph)(state, dispatch)
    : setBlockType(nodes.heading, { level: 1 })(state, dispatch);

const toggleList =
  (type: NodeType): Command =>
  (state, dispatch) =>
    isWithin(type)(state) ? liftListItem(nodes.list_item)(state, dispatch) : wrapInList(type)(state, dispatch);

const toggleQuote: Command = (state, dispatch) =>
  isWithin(nodes.blockquote)(state) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch);

/** A tool that changes Yjs itself; it moves no ProseMirror transaction. */
const historyTool =
  (step: typeof undo): Command =>
  (state, dispatch) =>
    dispatch === undefined ? true : step(state);

export const tools: Record<ToolName, Tool> = {
  strong: { run: toggleMark(marks.strong), isOn: isMarkOn("strong") },
  em: { run: toggleMark(marks.em), isOn: isMarkOn("em") },
  heading: { run: toggleHeading, isOn: isWithin(nodes.heading) },
  bulletList: { run: toggleList(nodes.bullet_list), isOn: isWithin(nodes.bullet_list) },
  orderedList: { run: toggleList(nodes.ordered_list), isOn: isWithin(nodes.ordered_list) },
  blockquote: { run: toggleQuote, isOn: isWithin(nodes.blockquote) },
  undo: { run: historyTool(undo) },
  redo: { run: historyTool(redo) },
};
