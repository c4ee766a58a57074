/** The list of errors and warnings, each a button that leads to its place. */

import type { Problem } from "../worker/answer.ts";
import { h } from "./dom.ts";
import { count } from "../../src/text/count.ts";
import { placeName, problemText } from "./problem_text.ts";

export class ProblemsView {
  readonly #list: HTMLElement;
  readonly #panel: HTMLElement;
  readonly #title: HTMLElement;
  readonly #open: (problem: Problem) => void;

  constructor(panel: HTMLElement, title: HTMLElement, list: HTMLElement, open: (problem: Problem) => void) {
    this.#panel = panel;
    this.#title = title;
    this.#list = list;
    this.#open = open;
  }

  show(problems: readonly Problem[]): void {
    this.#panel.hidden = problems.length === 0;
    this.#title.textContent = summaryOf(problems);
    this.#list.replaceChildren(...problems.map((problem) => h("li", {}, this.#entry(problem))));
  }

  #entry(problem: Problem): HTMLElement {
    const { place, file } = problem;
    const where = place !== undefined ? placeName(place) : file === "." ? undefined : file;
    const button = h(
      "button",
      { type: "button", class: `entry ${problem.isWarning ? "warning" : "error"}` },
      h("span", { class: "dot", "aria-hidden": "true" }),
      problemText(problem),
      where === undefined ? undefined : h("span", { class: "where" }, where),
    );
    button.addEventListener("click", () => this.#open(problem));
    return button;
  }
}

/** `1 error, 2 warnings` */
export function summaryOf(problems: readonly Problem[]): string {
  const warnings = problems.filter(({ isWarning }) => isWarning).length;
  const errors = problems.length - warnings;
  return [errors > 0 ? count(errors, "error") : "", warnings > 0 ? count(warnings, "warning") : ""]
    .filter((part) => part !== "").join(", ");
}
