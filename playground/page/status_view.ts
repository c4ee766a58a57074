/**
 * The state of the build: what is built, under way, how long it took, or that it failed and which output is in sight.
 */

import { RELEASES } from "../../src/compat/compat.ts";
import type { Answer } from "../worker/answer.ts";
import { fillSelect, find } from "./dom.ts";
import { count } from "../../src/text/count.ts";
import { summaryOf } from "./problems_view.ts";

export class StatusView {
  readonly #status = find("status", HTMLElement);
  readonly #stop = find("stop", HTMLElement);
  readonly #live = find("live", HTMLElement);
  readonly #stale = find("stale", HTMLElement);
  readonly #target = find("target", HTMLSelectElement);
  readonly #release = find("release", HTMLSelectElement);
  #hasFailed = false;

  constructor(stop: () => void) {
    this.#stop.addEventListener("click", () => {
      stop();
      this.#say("failed", "Stopped");
    });
  }

  building(): void {
    this.#say("building", "Building…");
    this.#stop.hidden = false;
  }

  /** @param good The last build without errors, whose output stays in sight. */
  built({ milliseconds, targets, folder, problems, output }: Answer, good: Answer | undefined, release: string): void {
    const hasFailed = output === undefined;
    const took = `${milliseconds < 1 ? "<1" : Math.round(milliseconds)} ms`;
    if (hasFailed) this.#say("failed", summaryOf(problems));
    else this.#say("built", `Built ${count(output.resources.length, "resource")} in ${took}`);
    document.body.classList.toggle("stale", hasFailed && good !== undefined);
    document.body.classList.toggle("nothing", hasFailed && good === undefined);
    this.#stale.textContent = good === undefined
      ? "There is no output yet: the build failed."
      : "This is the output from before the error.";
    this.#stale.hidden = !hasFailed;
    const all = targets.includes(folder) ? targets : [folder, ...targets];
    fillSelect(this.#target, all.map((value) => ({ value, text: value === "." ? "(top folder)" : value })), folder);
    fillSelect(this.#release, [...RELEASES].reverse().map((value) => ({ value, text: `kustomize ${value}` })), release);
    this.#tellChange(hasFailed, problems[0]?.message ?? "");
  }

  crashed(message: string): void {
    this.#say("failed", "The build ended by a fault of kust or for lack of memory");
    this.announce(`The build ended: ${message}`);
  }

  /** Says something to people who use a screen reader. */
  announce(text: string): void {
    this.#live.textContent = text;
  }

  /** While a user types, only a change between good and bad is worth a word. */
  #tellChange(hasFailed: boolean, message: string): void {
    if (hasFailed && !this.#hasFailed) this.announce(`The build fails: ${message}`);
    if (!hasFailed && this.#hasFailed) this.announce("The build succeeds again");
    this.#hasFailed = hasFailed;
  }

  #say(state: "building" | "built" | "failed", text: string): void {
    this.#stop.hidden = true;
    this.#status.dataset.state = state;
    this.#status.textContent = text;
  }
}
