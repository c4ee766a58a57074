/**
 * YAML as go-yaml v3 writes it for kustomize: with the order, styles and comments of the nodes, indented by two, with
 * unlimited line width. kustomize uses this as the text of a node.
 */

import { type CommentedDocument, type Comments, type CommentsOf, NO_COMMENTS } from "../tree/comments.ts";
import type { Mapping, Node, Sequence } from "../tree/node.ts";
import { isSimpleKey } from "./print_string.ts";
import { isBlockStyle, styledText, tagText } from "./styled_scalar.ts";
import { StyledOutput } from "./styled_output.ts";
import { WaitingComments } from "./waiting_comments.ts";

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
  /** Whether the last item lacks its comma, which is written before a comment. */
  lacksComma: boolean;
  /** Foot comments of the last key, written after its value. */
  tail: string;
}

class StyledPrinter {
  readonly #commentsOf: CommentsOf;
  readonly #out = new StyledOutput();
  readonly #stack: Frame[] = [];
  readonly #waiting = new WaitingComments(this.#out);
  #flowLevel = 0;

  constructor(commentsOf: CommentsOf) {
    this.#commentsOf = commentsOf;
  }

  print(root: Node, head: string, foot: string): string {
    const out = this.#out;
    if (head !== "") {
      this.#waiting.add({ ...NO_COMMENTS, head });
      this.#waiting.writeHead();
      out.addBreak();
    }
    this.#waiting.add(this.#begin(root));
    this.#waiting.writeHead();
    this.#write(root, "root");
    this.#waiting.writeAfter();
    for (let frame = this.#stack.at(-1); frame !== undefined; frame = this.#stack.at(-1)) this.#step(frame);
    this.#waiting.add({ ...NO_COMMENTS, foot });
    out.footColumn = 0;
    this.#waiting.writeFoot();
    out.footColumn = -1;
    out.indentLine();
    return out.toString();
  }

  /** The comments to write when a node begins; the line and foot comments of a collection wait until its end. */
  #begin(node: Node): Comments {
    const comments = this.#commentsOf(node) ?? NO_COMMENTS;
    return node.kind === "scalar" || node.kind === "alias" ? comments : { ...NO_COMMENTS, head: comments.head };
  }

  #step(frame: Frame): void {
    const node = frame.contents[frame.next];
    if (node === undefined) return this.#end(frame);
    const isKey = frame.node.kind === "mapping" && frame.next % 2 === 0;
    const comments = this.#begin(node);
    if (isKey) {
      const { foot } = this.#commentsOf(node) ?? NO_COMMENTS;
      this.#waiting.add({ ...comments, foot: "" }, node.kind === "sequence" || node.kind === "alias" ? "" : frame.tail);
      frame.tail = foot;
    } else {
      this.#waiting.add(comments);
    }
    frame.next++;
    if (frame.node.kind === "sequence") return frame.inFlow ? this.#flowItem(frame, node) : this.#item(node);
    if (isKey) return frame.inFlow ? this.#flowKey(frame, node) : this.#key(frame, node);
    return frame.inFlow ? this.#flowValue(frame, node) : this.#value(frame, node);
  }

  #end(frame: Frame): void {
    const { line, foot } = frame.comments;
    this.#waiting.add({ head: "", line, foot }, frame.tail);
    if (frame.inFlow) this.#endFlow(frame);
    else if (frame.node.kind === "mapping") this.#waiting.writeHead();
    this.#out.indent = frame.outerIndent;
    this.#stack.pop();
  }

  #item(node: Node): void {
    this.#waiting.writeHead();
    this.#out.beginLine("-");
    this.#write(node, "item");
    this.#waiting.writeAfter();
  }

  #key(frame: Frame, node: Node): void {
    this.#waiting.writeHead();
    frame.isSimple = isShortKey(node);
    this.#out.beginLine(frame.isSimple ? "" : "?");
    this.#waiting.keepForValue();
    this.#write(node, frame.isSimple ? "key" : "long key");
  }

  #value({ isSimple }: Frame, node: Node): void {
    const out = this.#out;
    if (isSimple) out.indicate(":");
    else out.beginLine(":");
    this.#waiting.writeKeyLine(node);
    this.#write(node, "value");
    this.#waiting.writeAfter();
  }

  #flowItem(frame: Frame, node: Node): void {
    this.#beginInFlow(frame);
    frame.lacksComma = !this.#waiting.hasAfter;
    this.#write(node, "item");
    this.#writeAfterInFlow();
  }

  #flowKey(frame: Frame, node: Node): void {
    this.#beginInFlow(frame);
    frame.isSimple = isShortKey(node);
    if (!frame.isSimple) this.#out.write("?");
    this.#write(node, frame.isSimple ? "key" : "long key");
  }

  #flowValue(frame: Frame, node: Node): void {
    if (frame.isSimple) this.#out.indicate(":");
    else this.#out.write(":");
    frame.lacksComma = !this.#waiting.hasAfter;
    this.#write(node, "value");
    this.#writeAfterInFlow();
  }

  #beginInFlow({ lacksComma }: Frame): void {
    if (lacksComma) this.#out.indicate(",");
    this.#waiting.writeHead();
    if (this.#out.column === 0) this.#out.indentLine();
  }

  #writeAfterInFlow(): void {
    if (this.#waiting.hasAfter) this.#out.indicate(",");
    this.#waiting.writeAfter();
  }

  #endFlow(frame: Frame): void {
    const out = this.#out;
    const isMapping = frame.node.kind === "mapping";
    if (isMapping) {
      if (this.#waiting.hasOwnLines && frame.lacksComma) out.indicate(",");
      this.#waiting.writeHead();
    }
    this.#flowLevel--;
    out.indent = frame.outerIndent;
    if (!isMapping && out.column === 0) out.indentLine();
    out.indicate(isMapping ? "}" : "]");
    this.#waiting.writeAfter();
  }

  #write(node: Node, role: Role): void {
    const out = this.#out;
    if (node.kind === "alias") return out.write("*" + node.anchor);
    if (node.anchor !== "") out.write("&" + node.anchor);
    const tag = tagText(node);
    if (tag !== "") out.write(tag);
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
    out.write(header);
    const outerIndent = out.indent;
    out.indent = indent;
    if (this.#waiting.hasLine) this.#waiting.writeLine();
    else out.addBreak();
    out.isSpaced = true;
    out.addLines(text.slice(header.length + 1));
    out.indent = outerIndent;
  }

  /** The column of the contents of the current collection, or of the lines of a lone text. */
  #contentIndent(): number {
    return Math.max(0, this.#out.indent) + 2;
  }

  #open(node: Mapping | Sequence, role: Role): void {
    const out = this.#out;
    const contents = node.kind === "sequence" ? node.items : node.entries.flatMap(({ key, value }) => [key, value]);
    const inFlow = this.#flowLevel > 0 || node.flow || contents.length === 0;
    const outerIndent = out.indent;
    if (inFlow) {
      out.write(node.kind === "mapping" ? "{" : "[");
      out.isSpaced = true;
      out.indent = this.#contentIndent();
      this.#flowLevel++;
    } else {
      // A list is in the column of its key.
      const isCompact = node.kind === "sequence" && role !== "item" && role !== "root" &&
        (out.column === 0 || !out.isIndented);
      out.indent = outerIndent < 0 ? 0 : outerIndent + (isCompact ? 0 : 2);
    }
    const comments = this.#commentsOf(node) ?? NO_COMMENTS;
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
      lacksComma: false,
      tail: "",
    });
  }
}

/** Whether a key is written without `?`. */
function isShortKey(key: Node): boolean {
  if (key.kind === "scalar") return isSimpleKey(key.anchor + tagText(key) + key.value);
  if (key.kind === "alias") return true;
  return key.kind === "mapping" ? key.entries.length === 0 : key.items.length === 0;
}
