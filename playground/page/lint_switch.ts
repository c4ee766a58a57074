/** Whether mistakes that build successfully are shown; yes, unless the user has turned it off in this browser. */

import { prefer, preference } from "./preferences.ts";

const KEY = "kust-lint";
const OFF = "off";

export class LintSwitch {
  readonly #box: HTMLInputElement;

  constructor(box: HTMLInputElement, onChange: () => void) {
    this.#box = box;
    box.checked = preference(KEY) !== OFF;
    box.addEventListener("change", () => {
      prefer(KEY, box.checked ? undefined : OFF);
      onChange();
    });
  }

  get isOn(): boolean {
    return this.#box.checked;
  }
}
