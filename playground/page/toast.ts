/** A short message at the foot of the page that goes away, perhaps with something to do about it. */

import { h } from "./dom.ts";

const SHOWN_MS = 6000;

export class Toast {
  readonly #element: HTMLElement;
  #timer = 0;

  constructor(element: HTMLElement) {
    this.#element = element;
    element.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    element.addEventListener("pointerleave", () => this.#hideLater());
    element.addEventListener("focusin", () => clearTimeout(this.#timer));
    element.addEventListener("focusout", () => this.#hideLater());
  }

  show(message: string, action?: { label: string; run: () => void }): void {
    const button = action && h("button", { type: "button" }, action.label);
    button?.addEventListener("click", () => {
      this.#hide();
      action?.run();
    });
    this.#element.replaceChildren(h("span", {}, message), ...button === undefined ? [] : [button]);
    this.#element.classList.add("shown");
    this.#hideLater();
  }

  #hideLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#hide(), SHOWN_MS);
  }

  #hide(): void {
    this.#element.classList.remove("shown");
    this.#element.replaceChildren();
  }
}
