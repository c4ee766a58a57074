/** A problem in words: in the list, and beside its place in the editor. */

import type { Problem } from "../worker/answer.ts";
import { h } from "./dom.ts";

export function problemText({ message, code, notes = [], hint, isWarning }: Problem): HTMLElement {
  return h(
    "div",
    { class: `problem-text ${isWarning ? "warning" : "error"}` },
    h("p", { class: "message" }, sentence(message), " ", h("code", { class: "code" }, code)),
    ...notes.map((note) => h("p", { class: "note" }, sentence(note.message))),
    hint === undefined ? undefined : h("p", { class: "hint" }, sentence(hint)),
  );
}

/** Messages of a command line begin in lower case. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `base/deploy.yaml:7:13` */
export function placeName({ file, line, column }: { file: string; line: number; column: number }): string {
  return `${file}:${line}:${column}`;
}
