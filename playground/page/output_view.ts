/** The output: can be read and searched like a text, and tells which of its lines the user points at. */

import { defaultKeymap } from "@codemirror/commands";
import { codeFolding, foldGutter, foldKeymap } from "@codemirror/language";
import { EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
} from "@codemirror/view";
import { codeStyle, languageOf } from "./code_style.ts";
import { freshLines, shared } from "./text_change.ts";

export interface OutputEvents {
  /** The cursor moved to a line, counted from 0. */
  onLine(line: number): void;
  /** The user asked for the origin of a line by the keyboard or a double click. */
  onJump(line: number): void;
  /** What to show beside a line under the pointer. */
  describe(line: number): HTMLElement | undefined;
}

/** Lines, counted from 0, that get a class. */
interface LineMarks {
  className: string;
  lines: readonly number[];
}

const setFresh = StateEffect.define<LineMarks>();
const setSelected = StateEffect.define<LineMarks>();

/** A field of marks, each of which replaces those before. */
function markedLines(type: typeof setFresh): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, { effects, changes, state }) {
      const effect = effects.find((one) => one.is(type));
      if (effect === undefined) return marks.map(changes);
      const { lines, className }: LineMarks = effect.value;
      const inside = lines.filter((line) => line < state.doc.lines);
      return Decoration.set(
        inside.map((line) => Decoration.line({ class: className }).range(state.doc.line(line + 1).from)),
        true,
      );
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}

export class OutputView {
  readonly #view: EditorView;

  constructor(parent: Element, events: OutputEvents) {
    this.#view = new EditorView({
      parent,
      state: EditorState.create({
        extensions: [
          EditorState.readOnly.of(true),
          EditorState.lineSeparator.of("\n"),
          codeStyle,
          languageOf("output.yaml"),
          codeFolding(),
          foldGutter(),
          highlightActiveLine(),
          markedLines(setFresh),
          markedLines(setSelected),
          pointing(events),
          // A text that cannot be changed needs no keyboard on a screen.
          EditorView.contentAttributes.of({
            "aria-label": "Output",
            "aria-readonly": "true",
            "aria-describedby": "output-help",
            inputmode: "none",
          }),
        ],
      }),
    });
  }

  /** Shows a text. Keeps the position, and marks lines that are new. */
  show(text: string): void {
    const old = this.#view.state.doc.toString();
    if (old === text) return;
    const { head, tail } = shared(old, text);
    this.#view.dispatch({
      changes: { from: head, to: old.length - tail, insert: text.slice(head, text.length - tail) },
      effects: setFresh.of({ className: "fresh", lines: old === "" ? [] : freshLines(old, text) }),
    });
  }

  /** The line of the cursor, counted from 0. */
  get line(): number {
    const { doc, selection } = this.#view.state;
    return doc.lineAt(selection.main.head).number - 1;
  }

  /** Marks lines that the user's place in the editor sets. */
  select(lines: readonly number[]): void {
    this.#view.dispatch({ effects: setSelected.of({ className: "from-cursor", lines }) });
  }

  /** Puts the cursor on a line, counted from 0. */
  moveTo(line: number): void {
    const { doc } = this.#view.state;
    const { from } = doc.line(Math.min(line + 1, doc.lines));
    this.#view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    this.#view.focus();
  }
}

function pointing(events: OutputEvents): Extension {
  const lineAt = (view: EditorView, pos: number) => view.state.doc.lineAt(pos).number - 1;
  const jump = (view: EditorView): boolean => {
    events.onJump(lineAt(view, view.state.selection.main.head));
    return true;
  };
  const tip = hoverTooltip((view, pos) => {
    const { from, to } = view.state.doc.lineAt(pos);
    const dom = events.describe(lineAt(view, pos));
    return dom === undefined ? null : { pos: from, end: to, above: true, create: () => ({ dom }) };
  }, { hoverTime: 150, hideOnChange: true });
  return [
    tip,
    keymap.of([{ key: "Enter", run: jump }, { key: "F12", run: jump }, ...foldKeymap, ...defaultKeymap]),
    EditorView.domEventHandlers({ dblclick: (_, view) => jump(view) }),
    EditorView.updateListener.of(({ selectionSet, view, state }) => {
      if (selectionSet) events.onLine(lineAt(view, state.selection.main.head));
    }),
  ];
}
