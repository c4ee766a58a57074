/** What set a line of the output, step by step, with links to the places in the files. */

import { oneLine } from "../../src/cli/output/one_line.ts";
import type { PlaceReport } from "../../src/cli/output/json_report.ts";
import type { WriterReport } from "../../src/cli/explain/blame.ts";
import type { LineReport, Output, ResourceReport } from "../worker/answer.ts";
import { h } from "./dom.ts";
import { sourceOf, stepName } from "./origin_text.ts";
import { placeName } from "./problem_text.ts";

export class OriginView {
  readonly #element: HTMLElement;
  readonly #open: (place: PlaceReport) => void;

  constructor(element: HTMLElement, open: (place: PlaceReport) => void) {
    this.#element = element;
    this.#open = open;
    this.clear();
  }

  clear(): void {
    const advice = "Point at a line of the output to see what set it, or move the cursor there.";
    this.#element.replaceChildren(h("p", { class: "advice" }, advice));
  }

  /** @param at A line of the output, counted from 0. */
  show({ lines, resources }: Output, at: number): void {
    const line = lines[at];
    const resource = resources.findLast((one) => one.line <= at);
    if (line?.pointer === undefined || resource === undefined) return this.clear();
    this.#element.replaceChildren(
      h("h3", {}, `${resourceName(resource)} `, h("code", {}, fieldName(line))),
      h("ol", { class: "steps" }, ...line.writers.map((writer) => this.#step(writer)).reverse()),
    );
  }

  #step(writer: WriterReport): HTMLElement {
    const { after } = writer;
    const source = sourceOf(writer);
    return h(
      "li",
      {},
      after === undefined ? undefined : h("code", { class: "value" }, after === "" ? '""' : oneLine(after)),
      h("span", { class: "step" }, stepName(writer)),
      source === undefined ? h("span", { class: "computed" }, "computed") : this.#link(source),
      asker(writer, source),
    );
  }

  #link(place: PlaceReport): HTMLElement {
    const link = h("button", { type: "button", class: "place" }, placeName(place));
    link.addEventListener("click", () => this.#open(place));
    return link;
  }
}

/** Who asked for a step that took its value from elsewhere. */
function asker(
  { place, configured, template }: WriterReport,
  source: PlaceReport | undefined,
): HTMLElement | undefined {
  const by = configured === undefined || configured === source || place?.file === configured.file
    ? ""
    : `asked for by ${placeName(configured)}`;
  const text = [by, template === undefined ? "" : `template ${template}`].filter((part) => part !== "").join(", ");
  return text === "" ? undefined : h("span", { class: "asker" }, text);
}

function resourceName({ kind, name, namespace }: ResourceReport): string {
  return namespace === "" ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

function fieldName({ pointer = "" }: LineReport): string {
  return pointer.slice(1).replaceAll("/", ".").replaceAll("~1", "/").replaceAll("~0", "~");
}
