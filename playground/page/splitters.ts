/** The lines between the panes, which the user moves with the pointer or the arrow keys. */

import { find } from "./dom.ts";
import { prefer, preference } from "./preferences.ts";

interface Split {
  /** The separator. It refers to the pane before it by `aria-controls`. */
  id: string;
  /** Widths of columns, as custom properties of the style sheet, for that pane's share in percent. */
  widths: (share: number) => Record<string, string>;
  /** Limits, in percent. */
  min: number;
  max: number;
  /** The panes that share the width, by class. */
  panes: readonly string[];
}

const SPLITS: readonly Split[] = [
  {
    id: "split-files",
    widths: (share) => ({ "--files": `${share}%` }),
    min: 10,
    max: 40,
    panes: ["files", "editing", "result"],
  },
  {
    id: "split-editor",
    widths: (share) => ({ "--editor": `${share}fr`, "--result": `${100 - share}fr` }),
    min: 20,
    max: 80,
    panes: ["editing", "result"],
  },
];

const STEP = 2;

export function initSplitters(): void {
  for (const split of SPLITS) new Splitter(split);
}

class Splitter {
  readonly #split: Split;
  readonly #line: HTMLElement;
  readonly #main = document.querySelector("main")!;

  constructor(split: Split) {
    this.#split = split;
    this.#line = find(split.id, HTMLElement);
    this.#line.setAttribute("aria-valuemin", `${split.min}`);
    this.#line.setAttribute("aria-valuemax", `${split.max}`);
    this.#apply(preference(this.#key));
    this.#line.addEventListener("keydown", (event) => this.#onKey(event));
    this.#line.addEventListener("dblclick", () => this.#set(undefined));
    this.#line.addEventListener("pointerdown", (event) => {
      if (event.button === 0) this.#line.setPointerCapture(event.pointerId);
    });
    this.#line.addEventListener("pointermove", ({ clientX, pointerId }) => {
      if (this.#line.hasPointerCapture(pointerId)) this.#set(this.#shareAt(clientX));
    });
    addEventListener("resize", () => this.#tell());
  }

  get #key(): string {
    return `kust-${this.#split.id}`;
  }

  #onKey(event: KeyboardEvent): void {
    const now = this.#shareAt(this.#line.getBoundingClientRect().left);
    const next: Record<string, number | undefined> = {
      ArrowLeft: now - STEP,
      ArrowRight: now + STEP,
      Home: this.#split.min,
      End: this.#split.max,
      Enter: undefined,
    };
    if (!(event.key in next)) return;
    event.preventDefault();
    this.#set(next[event.key]);
  }

  /** The percentage of the width that would be left of a coordinate. */
  #shareAt(x: number): number {
    const boxes = this.#split.panes.map((pane) => this.#main.querySelector(`.${pane}`)!.getBoundingClientRect());
    const [left, right] = [boxes[0]!.left, boxes.at(-1)!.right];
    return right === left ? 50 : (x - left) / (right - left) * 100;
  }

  /** Without a share, as it is by default. */
  #set(share: number | undefined): void {
    const { min, max } = this.#split;
    const value = share === undefined ? undefined : `${Math.round(Math.min(max, Math.max(min, share)) * 10) / 10}`;
    prefer(this.#key, value);
    this.#apply(value);
  }

  #apply(value: string | undefined): void {
    const share = Number(value ?? NaN);
    for (const [property, width] of Object.entries(this.#split.widths(share))) {
      this.#main.style.setProperty(property, Number.isFinite(share) ? width : null);
    }
    this.#tell();
  }

  #tell(): void {
    this.#line.setAttribute("aria-valuenow", `${Math.round(this.#shareAt(this.#line.getBoundingClientRect().left))}`);
  }
}
