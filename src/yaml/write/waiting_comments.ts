/**
 * Comments that wait until go-yaml's emitter reaches a place where it writes them, which is not always beside their
 * node.
 */

import type { Comments } from "../tree/comments.ts";
import type { Node } from "../tree/node.ts";
import type { StyledOutput } from "./styled_output.ts";

export class WaitingComments {
  readonly #out: StyledOutput;
  #head = "";
  #line = "";
  #foot = "";
  /** The foot of the key before. */
  #tail = "";
  #keyLine = "";

  constructor(out: StyledOutput) {
    this.#out = out;
  }

  /** Adds comments; those that are not empty replace others that still wait. */
  add({ head, line, foot }: Comments, tail = ""): void {
    this.#head = head || this.#head;
    this.#line = line || this.#line;
    this.#foot = foot || this.#foot;
    this.#tail = tail || this.#tail;
  }

  get hasLine(): boolean {
    return this.#line !== "";
  }

  /** Whether a comment waits that belongs after its node. */
  get hasAfter(): boolean {
    return this.#line + this.#foot + this.#tail !== "";
  }

  /** Whether a comment waits that has lines of its own. */
  get hasOwnLines(): boolean {
    return this.#head + this.#foot + this.#tail !== "";
  }

  /** Keeps the line comment of a key for its value. */
  keepForValue(): void {
    if (this.#line === "") return;
    this.#keyLine = this.#line;
    this.#line = "";
  }

  /** A comment after a key is written after its value, or stays if the value has lines of its own. */
  writeKeyLine(value: Node): void {
    if (this.#keyLine === "") return;
    if (value.kind === "scalar") {
      if (this.#line !== "") return;
      this.#line = this.#keyLine;
      this.#keyLine = "";
    } else if (value.kind !== "alias" && !value.flow) {
      const line = this.#line;
      this.#line = this.#keyLine;
      this.writeLine();
      this.#keyLine = line;
    }
  }

  writeHead(): void {
    const out = this.#out;
    if (this.#tail !== "") {
      out.indentLine();
      out.comment(this.#tail);
      this.#tail = "";
      out.footColumn = Math.max(0, out.indent);
    }
    if (this.#head === "") return;
    out.indentLine();
    out.comment(this.#head);
    this.#head = "";
  }

  writeAfter(): void {
    this.writeLine();
    this.writeFoot();
  }

  writeLine(): void {
    if (this.#line === "") return;
    this.#out.space();
    this.#out.comment(this.#line);
    this.#line = "";
  }

  writeFoot(): void {
    if (this.#foot === "") return;
    this.#out.indentLine();
    this.#out.comment(this.#foot);
    this.#foot = "";
    this.#out.footColumn = Math.max(0, this.#out.indent);
  }
}
