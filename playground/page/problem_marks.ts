/** Underlines the problems of a file in the editor, and explains the one under the pointer. */

import { type EditorState, type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, hoverTooltip } from "@codemirror/view";
import { wordAt } from "../../src/cli/output/render_diagnostic.ts";
import type { Problem } from "../worker/answer.ts";
import { h } from "./dom.ts";
import { problemText } from "./problem_text.ts";

/** Replaces the marks by those of these problems, all of which have a place in the file that is shown. */
export const setProblems = StateEffect.define<readonly Problem[]>();

interface Marked {
  from: number;
  to: number;
  problem: Problem;
}

const marks = StateField.define<{ marked: Marked[]; decorations: DecorationSet }>({
  create: () => ({ marked: [], decorations: Decoration.none }),
  update({ marked, decorations }, transaction) {
    let value = transaction.docChanged
      ? {
        marked: marked.map(({ from, to, problem }) => ({
          from: transaction.changes.mapPos(from, 1),
          to: transaction.changes.mapPos(to, -1),
          problem,
        })),
        decorations: decorations.map(transaction.changes),
      }
      : { marked, decorations };
    for (const effect of transaction.effects) {
      if (effect.is(setProblems)) value = marksOf(effect.value, transaction.state);
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});

function marksOf(problems: readonly Problem[], state: EditorState): { marked: Marked[]; decorations: DecorationSet } {
  const marked = problems.map((problem) => ({ ...rangeOf(problem, state), problem }));
  const ranges = marked.flatMap(({ from, to, problem }): Range<Decoration>[] => {
    const kind = problem.isWarning ? "warning" : "error";
    const line = Decoration.line({ class: `problem-line ${kind}` }).range(state.doc.lineAt(from).from);
    return from === to ? [line] : [line, Decoration.mark({ class: `problem ${kind}` }).range(from, to)];
  });
  return { marked, decorations: Decoration.set(ranges, true) };
}

/** From the place to the end of the word or quoted text there, or that of the line. */
function rangeOf({ place }: Problem, { doc }: EditorState): { from: number; to: number } {
  const line = doc.line(Math.max(1, Math.min(place?.line ?? 1, doc.lines)));
  const from = Math.min(line.from + (place?.column ?? 1) - 1, line.to);
  const word = wordAt(line.text, from - line.from) || doc.sliceString(from, line.to);
  return from === line.to && line.length > 0 ? { from: line.from, to: line.to } : { from, to: from + word.length };
}

const explanations = hoverTooltip((view, pos) => {
  const here = view.state.field(marks).marked.filter(({ from, to }) => from <= pos && pos <= to);
  if (here.length === 0) return null;
  const [{ from, to }] = here as [Marked];
  const dom = h("div", { class: "tip" }, ...here.map(({ problem }) => problemText(problem)));
  return { pos: from, end: to, above: true, create: () => ({ dom }) };
}, { hoverTime: 200, hideOnChange: true });

export const problemMarks = [marks, explanations];

/** The start of the first problem behind a position, or else of the first of all. */
export function nextProblem(state: EditorState, pos: number): { pos: number; problem: Problem } | undefined {
  const sorted = [...state.field(marks).marked].sort((a, b) => a.from - b.from);
  const next = sorted.find(({ from }) => from > pos) ?? sorted[0];
  return next && { pos: next.from, problem: next.problem };
}
