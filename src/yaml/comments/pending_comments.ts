/** Reads the tokens one by one, and collects the comments before each. */

import { type Comments, NO_COMMENTS } from "../tree/comments.ts";
import type { ScannedComment, Token } from "./tokens.ts";
import type { TokenScanner } from "./token_scanner.ts";

export class PendingComments {
  readonly #scanner: TokenScanner;
  #index = 0;
  /** Number of scanned comments that have been collected. */
  #gathered = 0;
  /** The comments that wait for a node. */
  head = "";
  line = "";
  foot = "";
  /** The head of a list or mapping within a list, which differs from that of its first entry. */
  #stem = "";

  constructor(scanner: TokenScanner) {
    this.#scanner = scanner;
  }

  /** The next token. Collects the comments that belong to it or precede it. */
  peek(): Token {
    const token = this.#scanner.at(this.#index);
    const { comments } = this.#scanner;
    for (let comment = comments[this.#gathered]; comment !== undefined; comment = comments[++this.#gathered]) {
      if (token.start < comment.token) break;
      // The end of a block has no head.
      if (comment.head !== "" && token.kind === "block end") break;
      this.#gather(comment);
    }
    return token;
  }

  skip(): void {
    this.#index++;
  }

  /** Moves past a dash. The comment above it becomes the head of the item, if that is a block collection. */
  skipDash(): void {
    const { length } = this.head;
    this.skip();
    if (length === 0) return;
    const { kind } = this.peek();
    if (kind !== "block sequence start" && kind !== "block mapping start") return;
    this.#stem = this.head.slice(0, length);
    this.head = this.head.slice(length + 1);
  }

  /** Returns the waiting comments for a node. */
  take(): Comments {
    const { head, line, foot } = this;
    this.head =
      this.line =
      this.foot =
      this.#stem =
        "";
    return { head, line, foot };
  }

  /** The comment above an empty line at the start of a document belongs to the document. */
  takeDocumentHead(): string {
    const { head } = this;
    if (head.endsWith("\n")) {
      this.head = "";
      return head.slice(0, -1);
    }
    const end = head.lastIndexOf("\n\n");
    if (end === -1) return "";
    this.head = head.slice(end + 2);
    return head.slice(0, end);
  }

  takeStem(): Comments {
    const head = this.#stem;
    this.#stem = "";
    return { head, line: "", foot: "" };
  }

  #gather({ head, line, foot }: ScannedComment): void {
    this.head = joined(this.head, head);
    this.line = joined(this.line, line);
    this.foot = joined(this.foot, foot);
    Object.assign(this.#scanner.comments[this.#gathered]!, NO_COMMENT);
  }
}

const NO_COMMENT = { ...NO_COMMENTS, token: 0, start: 0, startLine: 0, column: 0, scanStart: 0, end: 0 };

function joined(before: string, text: string): string {
  return before === "" || text === "" ? before + text : `${before}\n${text}`;
}
