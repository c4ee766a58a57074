/** The nodes of a document in text order, each with its place and comments according to go-yaml v3's parser. */

import { type Comments, NO_COMMENTS } from "../tree/comments.ts";
import type { PendingComments } from "./pending_comments.ts";
import type { TokenKind } from "./tokens.ts";

export interface Event {
  /** The end of a list or mapping; otherwise its start, or a scalar or an alias. */
  isEnd: boolean;
  /** Where go-yaml has the node: at its first property, if it has any. */
  start: number;
  comments: Comments;
}

const END: Event = { isEnd: true, start: 0, comments: NO_COMMENTS };

type State =
  | "node"
  | "flow node"
  | "node or indentless list"
  | "first entry of list"
  | "entry of list"
  | "entry of indentless list"
  | "first key"
  | "key"
  | "value"
  | "first item of flow list"
  | "item of flow list"
  | "key of pair"
  | "value of pair"
  | "end of pair"
  | "first key of flow mapping"
  | "key of flow mapping"
  | "value of flow mapping"
  | "no value of flow mapping";

/** The tokens that may follow an omitted key or value in a block mapping. */
const AFTER_NOTHING: ReadonlySet<TokenKind> = new Set(["key", "value", "block end"]);
const AFTER_NO_ENTRY: ReadonlySet<TokenKind> = new Set(["block entry", "key", "value", "block end"]);

export class EventReader {
  readonly #pending: PendingComments;
  readonly #states: State[] = ["node"];

  /** @param pending Positioned before the first token of the document's node. */
  constructor(pending: PendingComments) {
    this.#pending = pending;
  }

  next(): Event {
    const state = this.#states.pop()!;
    switch (state) {
      case "node":
      case "node or indentless list":
      case "flow node":
        return this.#node(state === "node or indentless list");
      case "first entry of list":
        this.#pending.skip();
        return this.#entry();
      case "entry of list":
        return this.#entry();
      case "entry of indentless list":
        return this.#entryOfIndentless();
      case "first key":
        this.#pending.skip();
        return this.#key();
      case "key":
        return this.#key();
      case "value":
        return this.#value();
      default:
        return this.#inFlow(state);
    }
  }

  /** The comments of the document's end, which follows the last event. */
  end(): Comments {
    this.#pending.peek();
    const { head, line, foot } = this.#pending.take();
    return { head: "", line, foot: foot || head };
  }

  #inFlow(state: State): Event {
    switch (state) {
      case "first item of flow list":
      case "item of flow list":
        return this.#itemOfFlow(state.startsWith("first"));
      case "first key of flow mapping":
      case "key of flow mapping":
        return this.#keyOfFlow(state.startsWith("first"));
      case "key of pair":
        return this.#keyOfPair();
      case "value of pair":
        return this.#valueOfFlow("end of pair", "flow sequence end");
      case "value of flow mapping":
        return this.#valueOfFlow("key of flow mapping", "flow mapping end");
      case "no value of flow mapping":
        return this.#nothing("key of flow mapping", this.#pending.peek().start);
      default:
        this.#pending.peek();
        return this.#go("item of flow list", END);
    }
  }

  #go(state: State, event: Event): Event {
    this.#states.push(state);
    return event;
  }

  /** An omitted scalar has no comments. */
  #nothing(state: State, start: number): Event {
    return this.#go(state, { isEnd: false, start, comments: NO_COMMENTS });
  }

  #nodeThen(after: State, node: State): Event {
    this.#states.push(after, node);
    return this.next();
  }

  #node(mayBeIndentless: boolean): Event {
    const pending = this.#pending;
    const { start } = pending.peek();
    const begun = (comments: Comments): Event => ({ isEnd: false, start, comments });
    let { kind } = pending.peek();
    const hasProperties = kind === "anchor" || kind === "tag";
    while (kind === "anchor" || kind === "tag") {
      pending.skip();
      kind = pending.peek().kind;
    }
    if (mayBeIndentless && kind === "block entry") {
      return this.#go("entry of indentless list", begun(NO_COMMENTS));
    }
    switch (kind) {
      case "alias":
      case "scalar": {
        const comments = pending.take();
        pending.skip();
        return begun(comments);
      }
      case "flow sequence start":
        return this.#go("first item of flow list", begun(pending.take()));
      case "flow mapping start":
        return this.#go("first key of flow mapping", begun(pending.take()));
      case "block sequence start":
        return this.#go("first entry of list", begun(pending.takeStem()));
      case "block mapping start":
        return this.#go("first key", begun(pending.takeStem()));
      default:
        if (!hasProperties) throw new Error(`unexpected token: ${kind}`);
        return begun(NO_COMMENTS);
    }
  }

  #entry(): Event {
    const pending = this.#pending;
    const dash = pending.peek();
    if (dash.kind === "block end") {
      pending.skip();
      return END;
    }
    pending.skipDash();
    const { kind } = pending.peek();
    if (kind === "block entry" || kind === "block end") return this.#nothing("entry of list", dash.start + 1);
    return this.#nodeThen("entry of list", "node");
  }

  #entryOfIndentless(): Event {
    const pending = this.#pending;
    const dash = pending.peek();
    if (dash.kind !== "block entry") return END;
    pending.skipDash();
    if (AFTER_NO_ENTRY.has(pending.peek().kind)) return this.#nothing("entry of indentless list", dash.start + 1);
    return this.#nodeThen("entry of indentless list", "node");
  }

  #key(): Event {
    const pending = this.#pending;
    const key = pending.peek();
    if (key.kind === "block end") return this.#endWithComments();
    pending.skip();
    if (AFTER_NOTHING.has(pending.peek().kind)) return this.#nothing("value", key.start + 1);
    return this.#nodeThen("value", "node or indentless list");
  }

  #value(): Event {
    const pending = this.#pending;
    const { kind, start } = pending.peek();
    if (kind !== "value") return this.#nothing("key", start);
    pending.skip();
    if (AFTER_NOTHING.has(pending.peek().kind)) return this.#nothing("key", start + 1);
    return this.#nodeThen("key", "node or indentless list");
  }

  #itemOfFlow(isFirst: boolean): Event {
    const pending = this.#pending;
    if (isFirst) pending.skip();
    this.#passComma(isFirst);
    const { kind, start } = pending.peek();
    if (kind === "flow sequence end") return this.#endWithComments();
    if (kind !== "key") return this.#nodeThen("item of flow list", "flow node");
    pending.skip();
    return this.#nothing("key of pair", start);
  }

  #passComma(isFirst: boolean): void {
    if (!isFirst && this.#pending.peek().kind === "flow entry") this.#pending.skip();
  }

  #endWithComments(): Event {
    const comments = this.#pending.take();
    this.#pending.skip();
    return { ...END, comments };
  }

  #keyOfPair(): Event {
    const { kind, start } = this.#pending.peek();
    if (kind !== "value" && kind !== "flow entry" && kind !== "flow sequence end") {
      return this.#nodeThen("value of pair", "flow node");
    }
    // go-yaml loses this token.
    this.#pending.skip();
    return this.#nothing("value of pair", start + 1);
  }

  #valueOfFlow(after: State, end: TokenKind): Event {
    const pending = this.#pending;
    const colon = pending.peek();
    if (colon.kind !== "value") return this.#nothing(after, colon.start);
    pending.skip();
    const { kind, start } = pending.peek();
    if (kind !== "flow entry" && kind !== end) return this.#nodeThen(after, "flow node");
    return this.#nothing(after, end === "flow sequence end" ? colon.start : start);
  }

  #keyOfFlow(isFirst: boolean): Event {
    const pending = this.#pending;
    if (isFirst) pending.skip();
    this.#passComma(isFirst);
    const { kind } = pending.peek();
    if (kind === "flow mapping end") return this.#endWithComments();
    if (kind !== "key") return this.#nodeThen("no value of flow mapping", "flow node");
    pending.skip();
    const after = pending.peek();
    if (after.kind !== "value" && after.kind !== "flow entry" && after.kind !== "flow mapping end") {
      return this.#nodeThen("value of flow mapping", "flow node");
    }
    return this.#nothing("value of flow mapping", after.start);
  }
}
