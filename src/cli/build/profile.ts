/** `--profile`: how long each phase of a build took. */

import type { Phases } from "../../pipeline/context/phases.ts";
import type { Host } from "../../host/host.ts";

/** Time that belongs to no phase: entering folders, looking for files, the steps between phases. */
const REST = "everything else";

interface Total {
  milliseconds: number;
  times: number;
}

export class Profile implements Phases {
  readonly #now: () => number;
  readonly #totals = new Map<string, Total>();
  readonly #open: string[] = [REST];
  #since: number;

  constructor(host: Pick<Host, "now">) {
    this.#now = () => host.now();
    this.#totals.set("start of the program", { milliseconds: host.now(), times: 1 });
    this.#since = host.now();
  }

  enter(name: string): void {
    this.#count();
    this.#open.push(name);
    this.#total(name).times++;
  }

  leave(): void {
    this.#count();
    this.#open.pop();
  }

  /** One line per phase, in the order in which they first started: milliseconds, share, count, name. */
  text(): string {
    this.#count();
    const totals = [...this.#totals].filter(([name]) => name !== REST);
    totals.push([REST, { ...this.#total(REST), times: 1 }]);
    const sum = totals.reduce((all, [, { milliseconds }]) => all + milliseconds, 0);
    const lines = totals.map(([name, { milliseconds, times }]) => line(milliseconds, sum, name, times));
    return [...lines, line(sum, sum, "in all", 1)].join("");
  }

  /** Adds the time since the last change to the current phase. */
  #count(): void {
    const now = this.#now();
    this.#total(this.#open.at(-1)!).milliseconds += now - this.#since;
    this.#since = now;
  }

  #total(name: string): Total {
    let total = this.#totals.get(name);
    if (total === undefined) this.#totals.set(name, total = { milliseconds: 0, times: 0 });
    return total;
  }
}

function line(milliseconds: number, sum: number, name: string, times: number): string {
  const share = `${Math.round(milliseconds / sum * 100)}%`;
  const count = times === 1 ? "" : ` (${times} times)`;
  return `${milliseconds.toFixed(1).padStart(9)} ms ${share.padStart(4)}  ${name}${count}\n`;
}
