import { baseKeymap, chainCommands, exitCode } from "prosemirror-commands";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import type { Command, Plugin } from "prosemirror-state";
import { tools } from "./commands.ts";
import { schema } from "./schema.ts";

const { nodes } = schema;

const insertBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};
const hardBreak = chainCommands(exitCode, insertBreak);

/** Tab stays the way out of the field; lists nest with Mod-] and Mod-[. */
export const keyPlugins = (): Plugin[] => [
  inputRules({
    rules: [
      wrappingInputRule(/^\s*([-*])\s$/, nodes.bullet_list),
      wrappingInputRule(/^(\d{1,5})\.\s$/, nodes.ordered_list, (match) => ({ order: Math.max(1, Number(match[1])) })),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
      textblockTypeInputRule(/^(#{1,3})\s$/, nodes.heading, (match) => ({ level: match[1]?.length ?? 1 })),
    ],
  }),
  keymap({
    "Mod-b": tools.strong.run,
    "Mod-i": tools.em.run,
    "Mod-z": tools.undo.run,
    "Mod-y": tools.redo.run,
    "Mod-Shift-z": tools.redo.run,
    "Shift-Enter": hardBreak,
    Enter: splitListItem(nodes.list_item),
    "Mod-]": sinkListItem(nodes.list_item),
    "Mod-[": liftListItem(nodes.list_item),
  }),
  keymap(baseKeymap),
];
