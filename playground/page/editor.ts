/** The editor: shows one file at a time, and keeps the undo history of each. */

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { EditorSelection, EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap } from "@codemirror/view";
import type { Problem } from "../worker/answer.ts";
import { codeStyle, languageOf } from "./code_style.ts";
import { nextProblem, problemMarks, setProblems } from "./problem_marks.ts";

export interface EditorEvents {
  /** The user changed the text of a file. */
  onChange(path: string, text: string): void;
  /** The cursor moved to a line, counted from 1, or another file was opened. */
  onCursor(path: string, line: number): void;
  /** The cursor was moved to a problem by its key. */
  onProblem(problem: Problem): void;
}

export interface Target {
  line: number;
  column: number;
}

export class Editor {
  readonly #view: EditorView;
  readonly #events: EditorEvents;
  readonly #states = new Map<string, EditorState>();
  #path = "";
  #problems: readonly Problem[] = [];

  constructor(parent: Element, events: EditorEvents) {
    this.#events = events;
    this.#view = new EditorView({ parent, state: EditorState.create({ extensions: codeStyle }) });
  }

  /** Shows a file. @param at Where to put the cursor; default: where it was. */
  open(path: string, text: string, at?: Target): void {
    if (path !== this.#path) {
      this.#keep();
      this.#path = path;
      this.#view.setState(this.#states.get(path) ?? this.#stateOf(path, text));
      this.#mark();
    }
    if (at !== undefined) this.#moveTo(at);
    this.#tellCursor();
  }

  focus(): void {
    this.#view.focus();
  }

  setProblems(problems: readonly Problem[]): void {
    this.#problems = problems;
    this.#mark();
  }

  /** Forgets a file that was moved, removed or replaced; all files without a path. */
  forget(path?: string): void {
    if (path === undefined) this.#states.clear();
    else this.#states.delete(path);
    if (path === undefined || path === this.#path) this.#path = "";
  }

  #keep(): void {
    if (this.#path !== "") this.#states.set(this.#path, this.#view.state);
  }

  #mark(): void {
    const here = this.#problems.filter(({ place }) => place?.file === this.#path);
    if (this.#path !== "") this.#view.dispatch({ effects: setProblems.of(here) });
  }

  #moveTo({ line, column }: Target): void {
    const { doc } = this.#view.state;
    const { from, to } = doc.line(Math.max(1, Math.min(line, doc.lines)));
    const pos = Math.min(from + column - 1, to);
    const effects = EditorView.scrollIntoView(pos, { y: "center" });
    this.#view.dispatch({ selection: EditorSelection.cursor(pos), effects });
  }

  #tellCursor(): void {
    const { doc, selection } = this.#view.state;
    this.#events.onCursor(this.#path, doc.lineAt(selection.main.head).number);
  }

  #stateOf(path: string, text: string): EditorState {
    const isWindows = text.includes("\r\n") && !/(?:^|[^\r])\n/.test(text);
    return EditorState.create({
      doc: text,
      extensions: [
        // Line breaks stay as they are; a lone carriage return is a character.
        EditorState.lineSeparator.of(isWindows ? "\r\n" : "\n"),
        EditorView.clipboardInputFilter.of((pasted) => isWindows ? pasted : pasted.replaceAll("\r\n", "\n")),
        codeStyle,
        languageOf(path),
        history(),
        bracketMatching(),
        indentOnInput(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        problemMarks,
        keymap.of([{ key: "F8", run: () => this.#toNextProblem() }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({
          "aria-label": `Text of ${path}`,
          "aria-describedby": "editor-help",
          autocapitalize: "off",
          spellcheck: "false",
        }),
        EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
          if (docChanged) this.#events.onChange(this.#path, state.sliceDoc());
          if (docChanged || selectionSet) this.#tellCursor();
        }),
      ],
    });
  }

  #toNextProblem(): boolean {
    const next = nextProblem(this.#view.state, this.#view.state.selection.main.head);
    if (next === undefined) return false;
    this.#view.dispatch({ selection: EditorSelection.cursor(next.pos), scrollIntoView: true });
    this.#events.onProblem(next.problem);
    return true;
  }
}
