import { For, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import type { BriefDifference, FieldDifference } from "../../presentation/brief-difference.ts";
import { type ParagraphDifference, shortened, type TextPiece } from "../../presentation/text-difference.ts";
import { Icon } from "../../ui/icon.tsx";
import "./brief-changes.css";

/** Names of those who made a change, as far as they are known. */
export interface ChangeAuthors {
  ofField(change: FieldDifference): readonly string[];
  ofParagraph(change: ParagraphDifference): readonly string[];
}

interface BriefChangesProps {
  difference: BriefDifference;
  authors?: ChangeAuthors;
}

/** What a brief was and is: fields `old → new`, the description's changed paragraphs struck and underlined in ochre. */
export const BriefChanges = (props: BriefChangesProps) => (
  <dl class="changes">
    <For each={props.difference.fields}>
      {(field) => <FieldChange field={field} by={props.authors?.ofField(field) ?? []} />}
    </For>
    <Show when={props.difference.paragraphs.length > 0}>
      <div class="change">
        <dt class="t2 ink-2">{t.words.field.description}</dt>
        <For each={props.difference.paragraphs}>
          {(paragraph) => (
            <dd class="change-text">
              <For each={shortened(paragraph.pieces)}>{(piece) => <Piece piece={piece} />}</For>
              <Authors names={props.authors?.ofParagraph(paragraph) ?? []} />
            </dd>
          )}
        </For>
      </div>
    </Show>
  </dl>
);

const Authors = (props: { names: readonly string[] }) => (
  <Show when={props.names.length > 0}>
    <span class="t2 ink-3"> {t.changes.by(props.names)}</span>
  </Show>
);

const FieldChange = (props: { field: FieldDifference; by: readonly string[] }) => (
  <div class="change">
    <dt class="t2 ink-2">{props.field.label}</dt>
    <dd class="change-value">
      <span class="aloud">{t.changes.was} </span>
      <Show when={props.field.before} fallback={<span class="ink-3">{t.changes.nothing}</span>}>
        {(before) => <del>{before()}</del>}
      </Show>{" "}
      <Icon name="icon-arrow-right" /> <span class="aloud">{t.changes.is} </span>
      <Show when={props.field.after} fallback={<span class="ink-3">{t.changes.nothing}</span>}>
        {(after) => <ins>{after()}</ins>}
      </Show>
      <Authors names={props.by} />
    </dd>
  </div>
);

const Piece = (props: { piece: TextPiece }) => (
  <Show when={props.piece.kind !== "same"} fallback={props.piece.text}>
    <Show
      when={props.piece.kind === "added"}
      fallback={
        <del>
          <span class="aloud">{t.changes.removed} </span>
          {props.piece.text}
        </del>
      }
    >
      {leadingBlank(props.piece.text)}
      <ins>
        <span class="aloud">{t.changes.added} </span>
        {props.piece.text.trimStart()}
      </ins>
    </Show>
  </Show>
);

/** Not underlined: a line under nothing looks like a mistake. */
const leadingBlank = (text: string): string => text.slice(0, text.length - text.trimStart().length);
