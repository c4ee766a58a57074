/**
 * YAML as go-yaml v3 writes it for kustomize: with the order, styles and comments of the nodes, indented by two, with
 * unlimited line width. kustomize uses this as the text of a node.
 */

import type { CommentedDocument, Comments, CommentsOf } from "../tree/comments.ts";
import type { Mapping, Node, Sequence } from "../tree/node.ts";
import { isSimpleKey } from "./print_string.ts";
import { isBlockStyle, styledText, tagText } from "./styled_scalar.ts";
import { StyledOutput } from "./styled_output.ts";

const NONE: Comments = { head: "", line: "", foot: "" };

/** Prints one document with its comments and a final line break. */
export function printCommented({ root, head, foot, commentsOf }: CommentedDocument): string {
  return new StyledPrinter(commentsOf).print(root, head, foot);
}

/** Prints one node as a document that has no comments itself. */
export function printStyled(root: Node, commentsOf: CommentsOf = () => undefined): string {
  return printCommented({ root, head: "", foot: "", commentsOf });
}

/** The position of a node in its parent. */
type Role = "root" | "item" | "key" | "long key" | "value";

/** A collection that is being written. */
interface Frame {
  node: Mapping | Sequence;
  comments: Comments;
  inFlow: boolean;
  /** Items, or keys and values. */
  contents: Node[];
  next: number;
  outerIndent: number;
  /** Whether the last key was written without `?`. */
  isSimple: boolean;
  /** Whether the comma after the last item has already been written, before its comment. */
  hasComma: boolean;
  /** Foot comments of the last key, written after its value. */
  tail: string;
}

class StyledPrinter {
  readonly #commentsOf: CommentsOf;
  readonly #out = new StyledOutput();
  readonly #stack: Frame[] = [];
  // Comments that wait for go-yaml's emitter to reach a place where it writes them, which is not always their node.
  #head = "";
  #line = "";
  #foot = "";
  #tail = "";
  #keyLine = "";
  #flowLevel = 0;

  constructor(commentsOf: CommentsOf) {
    this.#commentsOf = commentsOf;
  }

  print(root: Node, head: string, foot: string): string {
    const out = this.#out;
    if (head !== "") {
      this.#head = head;
      this.#writeHead();
      out.addBreak();
    }
    this.#await(this.#begin(root));
    this.#writeHead();
    this.#write(root, "root");
    this.#writeAfter();
    for (let frame = this.#stack.at(-1); frame !== undefined; frame = this.#stack.at(-1)) this.#step(frame);
    if (foot !== "") this.#foot = foot;
    out.footColumn = 0;
    this.#writeFoot();
    out.footColumn = -1;
    out.indentLine();
    return out.toString();
  }

  /** The comments to write when a node begins; the line and foot comments of a collection wait until its end. */
  #begin(node: Node): Comments {
    const comments = this.#commentsOf(node) ?? NONE;
    return node.kind === "scalar" || node.kind === "alias" ? comments : { ...NONE, head: comments.head };
  }

  #await({ head, line, foot }: Comments, tail = ""): void {
    this.#head = head || this.#head;
    this.#line = line || this.#line;
    this.#foot = foot || this.#foot;
    this.#tail = tail || this.#tail;
  }

  #step(frame: Frame): void {
    const node = frame.contents[frame.next];
    if (node === undefined) return this.#end(frame);
    const isKey = frame.node.kind === "mapping" && frame.next % 2 === 0;
    const comments = this.#begin(node);
    if (isKey) {
      const { foot } = this.#commentsOf(node) ?? NONE;
      this.#await({ ...comments, foot: "" }, node.kind === "sequence" || node.kind === "alias" ? "" : frame.tail);
      frame.tail = foot;
    } else {
      this.#await(comments);
    }
    const isFirst = frame.next === 0;
    frame.next++;
    if (frame.node.kind === "sequence") return frame.inFlow ? this.#flowItem(frame, node, isFirst) : this.#item(node);
    if (isKey) return frame.inFlow ? this.#flowKey(frame, node, isFirst) : this.#key(frame, node);
    return frame.inFlow ? this.#flowValue(frame, node) : this.#value(frame, node);
  }

  #end(frame: Frame): void {
    const { line, foot } = frame.comments;
    this.#await({ head: "", line, foot }, frame.tail);
    if (frame.inFlow) this.#endFlow(frame);
    else if (frame.node.kind === "mapping") this.#writeHead();
    this.#out.indent = frame.outerIndent;
    this.#stack.pop();
  }

  #item(node: Node): void {
    this.#writeHead();
    this.#out.indentLine();
    this.#out.indicate("-", true, false, true);
    this.#write(node, "item");
    this.#writeAfter();
  }

  #key(frame: Frame, node: Node): void {
    this.#writeHead();
    this.#out.indentLine();
    if (this.#line !== "") {
      this.#keyLine = this.#line;
      this.#line = "";
    }
    this.#writeKey(frame, node, true);
  }

  #writeKey(frame: Frame, node: Node, isIndentation: boolean): void {
    frame.isSimple = isShortKey(node);
    if (!frame.isSimple) this.#out.indicate("?", true, false, isIndentation);
    this.#write(node, frame.isSimple ? "key" : "long key");
  }

  #value({ isSimple }: Frame, node: Node): void {
    const out = this.#out;
    if (isSimple) {
      out.indicate(":", false, false, false);
    } else {
      out.indentLine();
      out.indicate(":", true, false, true);
    }
    this.#writeKeyLine(node);
    this.#write(node, "value");
    this.#writeAfter();
  }

  /** A comment after a key is written after its value, or stays if the value has its own lines. */
  #writeKeyLine(node: Node): void {
    if (this.#keyLine === "") return;
    if (node.kind === "scalar") {
      if (this.#line !== "") return;
      this.#line = this.#keyLine;
      this.#keyLine = "";
    } else if (node.kind !== "alias" && !node.flow) {
      const line = this.#line;
      this.#line = this.#keyLine;
      this.#writeLine();
      this.#keyLine = line;
    }
  }

  #flowItem(frame: Frame, node: Node, isFirst: boolean): void {
    this.#beginInFlow(frame, isFirst);
    frame.hasComma = this.#hasWaiting();
    this.#write(node, "item");
    this.#writeAfterInFlow();
  }

  #flowKey(frame: Frame, node: Node, isFirst: boolean): void {
    this.#beginInFlow(frame, isFirst);
    this.#writeKey(frame, node, false);
  }

  #flowValue(frame: Frame, node: Node): void {
    this.#out.indicate(":", !frame.isSimple, false, false);
    frame.hasComma = this.#hasWaiting();
    this.#write(node, "value");
    this.#writeAfterInFlow();
  }

  #beginInFlow({ hasComma }: Frame, isFirst: boolean): void {
    if (!isFirst && !hasComma) this.#out.indicate(",", false, false, false);
    this.#writeHead();
    if (this.#out.column === 0) this.#out.indentLine();
  }

  #writeAfterInFlow(): void {
    if (this.#hasWaiting()) this.#out.indicate(",", false, false, false);
    this.#writeAfter();
  }

  #hasWaiting(): boolean {
    return this.#line + this.#foot + this.#tail !== "";
  }

  #endFlow(frame: Frame): void {
    const out = this.#out;
    const isMapping = frame.node.kind === "mapping";
    if (isMapping) {
      const hasComments = this.#head + this.#foot + this.#tail !== "";
      if (hasComments && frame.next > 0 && !frame.hasComma) out.indicate(",", false, false, false);
      this.#writeHead();
    }
    this.#flowLevel--;
    out.indent = frame.outerIndent;
    if (!isMapping && out.column === 0) out.indentLine();
    out.indicate(isMapping ? "}" : "]", false, false, false);
    this.#writeAfter();
  }

  #write(node: Node, role: Role): void {
    const out = this.#out;
    if (node.kind === "alias") return this.#property("*" + node.anchor);
    if (node.anchor !== "") this.#property("&" + node.anchor);
    const tag = tagText(node);
    if (tag !== "") this.#property(tag);
    if (node.kind !== "scalar") {
      // go-yaml writes a bracket only with what follows it: after the comments that wait.
      if (this.#flowLevel > 0) this.#writeAfterInFlow();
      return this.#open(node, role);
    }
    const place = { indent: this.#contentIndent(), inFlow: this.#flowLevel > 0, isKey: role === "key" };
    const { style, text } = styledText(node, place);
    if (isBlockStyle(style)) return this.#writeBlock(text, place.indent);
    out.isIndented = false;
    if (text === "") return;
    out.space();
    out.addLines(text);
    out.isIndented = out.isSpaced = false;
  }

  /** A comment is written after the header, and further lines in the column of the text. */
  #writeBlock(text: string, indent: number): void {
    const out = this.#out;
    const header = text.slice(0, text.indexOf("\n"));
    out.indicate(header, true, false, false);
    const outerIndent = out.indent;
    out.indent = indent;
    if (this.#line === "") out.addBreak();
    else this.#writeLine();
    out.isSpaced = true;
    out.addLines(text.slice(header.length + 1));
    out.indent = outerIndent;
  }

  #property(text: string): void {
    this.#out.space();
    this.#out.add(text);
    this.#out.isSpaced = this.#out.isIndented = false;
  }

  /** The column of the contents of the current collection, or of the lines of a lone text. */
  #contentIndent(): number {
    const { indent } = this.#out;
    return indent < 0 ? 2 : indent + 2;
  }

  #open(node: Mapping | Sequence, role: Role): void {
    const out = this.#out;
    const contents = node.kind === "sequence" ? node.items : node.entries.flatMap(({ key, value }) => [key, value]);
    const inFlow = this.#flowLevel > 0 || node.flow || contents.length === 0;
    const outerIndent = out.indent;
    if (inFlow) {
      out.indicate(node.kind === "mapping" ? "{" : "[", true, true, false);
      out.indent = this.#contentIndent();
      this.#flowLevel++;
    } else {
      // A list is in the column of its key.
      const isCompact = node.kind === "sequence" && role !== "item" && role !== "root" &&
        (out.column === 0 || !out.isIndented);
      out.indent = outerIndent < 0 ? 0 : outerIndent + (isCompact ? 0 : 2);
    }
    const comments = this.#commentsOf(node) ?? NONE;
    // The foot of a key comes after its value.
    const foot = role === "key" || role === "long key" ? "" : comments.foot;
    this.#stack.push({
      node,
      comments: { ...comments, foot },
      inFlow,
      contents,
      next: 0,
      outerIndent,
      isSimple: true,
      hasComma: false,
      tail: "",
    });
  }

  #writeHead(): void {
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

  #writeAfter(): void {
    this.#writeLine();
    this.#writeFoot();
  }

  #writeLine(): void {
    if (this.#line === "") return;
    this.#out.space();
    this.#out.comment(this.#line);
    this.#line = "";
  }

  #writeFoot(): void {
    if (this.#foot === "") return;
    this.#out.indentLine();
    this.#out.comment(this.#foot);
    this.#foot = "";
    this.#out.footColumn = Math.max(0, this.#out.indent);
  }
}

/** Whether a key is written without `?`. */
function isShortKey(key: Node): boolean {
  if (key.kind === "scalar") return isSimpleKey(key.anchor + tagText(key) + key.value);
  if (key.kind === "alias") return true;
  return key.kind === "mapping" ? key.entries.length === 0 : key.items.length === 0;
}
