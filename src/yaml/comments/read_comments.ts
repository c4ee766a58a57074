/**
 * Attaches the comments of a document to the same nodes as go-yaml v3. Only printers that write a text with its
 * comments pay for reading them.
 */

import type { CommentedDocument, Comments } from "../tree/comments.ts";
import type { Mapping, Node, Sequence } from "../tree/node.ts";
import { Cursor } from "../scan/cursor.ts";
import { BYTE_ORDER_MARK } from "../../text/chars.ts";
import { type Event, EventReader } from "./event_reader.ts";
import { PendingComments } from "./pending_comments.ts";
import { TokenScanner } from "./token_scanner.ts";
import type { TokenKind } from "./tokens.ts";

/** A document as go-yaml has read it. */
export interface ReadDocument extends CommentedDocument {
  /** The place of a node, at its first property if it has any, as an offset in its document. */
  startOf: (node: Node) => number | undefined;
}

/** @param root The first document of its source, or of the part from `start` to `end`, as parsed. */
export function readComments(root: Node, start = 0, end: number = root.source!.text.length): ReadDocument {
  const source = root.source!;
  const hasMark = source.text.charCodeAt(start) === BYTE_ORDER_MARK;
  const pending = new PendingComments(new TokenScanner(new Cursor(source, hasMark ? start + 1 : start, end)));
  return new CommentReader(pending).read(root);
}

/** A list or mapping whose contents are being visited. */
interface Frame {
  node: Mapping | Sequence;
  contents: Node[];
  next: number;
}

class CommentReader {
  readonly #pending: PendingComments;
  readonly #comments = new Map<Node, Comments>();
  readonly #starts = new Map<Node, number>();
  readonly #stack: Frame[] = [];

  constructor(pending: PendingComments) {
    this.#pending = pending;
  }

  read(root: Node): ReadDocument {
    const { head, isEmpty } = beginDocument(this.#pending);
    const events = new EventReader(this.#pending);
    if (!isEmpty) {
      this.#add(root, events.next());
      for (let frame = this.#stack.at(-1); frame !== undefined; frame = this.#stack.at(-1)) {
        this.#step(frame, events.next());
      }
    }
    const { foot } = events.end();
    return {
      root,
      head,
      foot,
      commentsOf: (node) => this.#comments.get(node),
      startOf: (node) => this.#starts.get(node),
    };
  }

  #step(frame: Frame, event: Event): void {
    if (!event.isEnd) return this.#add(frame.contents[frame.next]!, event);
    this.#stack.pop();
    const { line, foot } = event.comments;
    const comments = this.#of(frame.node);
    comments.line = line;
    comments.foot = foot;
    const last = frame.node.kind === "mapping" && !frame.node.flow ? frame.contents.at(-2) : undefined;
    if (foot !== "" && last !== undefined) move(comments, this.#of(last));
    this.#complete(frame.node);
  }

  #add(node: Node, { start, comments }: Event): void {
    this.#starts.set(node, start);
    this.#comments.set(node, { ...comments });
    if (node.kind === "scalar" || node.kind === "alias") return this.#complete(node);
    const contents = node.kind === "sequence" ? node.items : node.entries.flatMap(({ key, value }) => [key, value]);
    this.#stack.push({ node, contents, next: 0 });
  }

  /** Continues after a node. A foot comment belongs to the key; one found at a key belongs to the previous key. */
  #complete(node: Node): void {
    const frame = this.#stack.at(-1);
    if (frame === undefined) return;
    const { contents, next } = frame;
    frame.next++;
    const comments = this.#of(node);
    if (frame.node.kind === "sequence" || comments.foot === "") return;
    const isKey = next % 2 === 0;
    const owner = isKey ? contents[next - 2] : contents[next - 1]!;
    if (owner === undefined || isKey && frame.node.flow) return;
    const owned = this.#of(owner);
    if (isKey || owned.foot === "") move(comments, owned);
  }

  #of(node: Node): Comments {
    return this.#comments.get(node)!;
  }
}

function move(from: Comments, to: Comments): void {
  to.foot = from.foot;
  from.foot = "";
}

const NO_CONTENT: ReadonlySet<TokenKind> = new Set(["directive", "document start", "document end", "stream end"]);

/** Moves to the node of a document. Comments above it that are followed by an empty line belong to the document. */
function beginDocument(pending: PendingComments): { head: string; isEmpty: boolean } {
  pending.skip();
  let { kind } = pending.peek();
  if (kind !== "directive" && kind !== "document start") {
    return { head: pending.takeDocumentHead(), isEmpty: false };
  }
  while (kind === "directive") {
    pending.skip();
    kind = pending.peek().kind;
  }
  pending.skip();
  return { head: "", isEmpty: NO_CONTENT.has(pending.peek().kind) };
}
