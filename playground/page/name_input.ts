/** Asks for a path inside the tree. Enter accepts it, Escape or another focus gives up. */

import { h } from "./dom.ts";

export class NameInput {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #fault: HTMLElement;
  #isDone = false;

  /**
   * @param accept Takes the path, or returns what is wrong with it.
   * @param close Removes the input from the tree.
   */
  constructor(label: string, value: string, accept: (path: string) => string | undefined, close: () => void) {
    this.#input = h("input", { type: "text", "aria-label": label, "aria-describedby": "name-fault", value });
    this.#input.autocomplete = "off";
    this.#input.spellcheck = false;
    this.#fault = h("p", { id: "name-fault", class: "fault", role: "alert" });
    this.element = h("div", { class: "name-input" }, this.#input, this.#fault);
    const finish = () => {
      if (this.#isDone) return;
      this.#isDone = true;
      close();
    };
    this.#input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") finish();
      if (event.key !== "Enter") return;
      // The focus may move to the editor, which would take the key for its own.
      event.preventDefault();
      const fault = accept(this.#input.value.trim());
      if (fault === undefined) finish();
      else this.#refuse(fault);
    });
    this.#input.addEventListener("input", () => this.#refuse(""));
    this.#input.addEventListener("blur", finish);
  }

  #refuse(fault: string): void {
    this.#fault.textContent = fault;
    this.#input.setAttribute("aria-invalid", `${fault !== ""}`);
  }

  /** @param from Where the part to replace begins; default: the end. */
  focus(from?: number): void {
    this.#input.focus();
    this.#input.setSelectionRange(from ?? this.#input.value.length, this.#input.value.length);
  }
}
