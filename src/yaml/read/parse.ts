/**
 * Parses text into nodes like go-yaml v3: the syntax of YAML 1.1 with most of 1.2's, in one pass over character codes.
 *
 * Rejects what go-yaml rejects, always with a place. The tags of plain scalars are determined in `resolve.ts`.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { BYTE_ORDER_MARK, DOT, FORBIDDEN, MINUS, NUL } from "../../text/chars.ts";
import { atDocumentEnd, atDocumentMark, Cursor, skipToToken } from "../scan/cursor.ts";
import { isDocumentComment } from "./document_comment.ts";
import type { Dialect } from "../scalar/dialect.ts";
import type { Node, Scalar } from "../tree/node.ts";
import { AliasMeter } from "../value/alias_growth.ts";
import { parseBlock } from "./parse_block.ts";
import { emptyScalar, ParseState } from "./parse_state.ts";
import { CORE_TAG_PREFIX } from "../scan/properties.ts";
import { isDirective, readDirectives } from "./directives.ts";
import { lookAhead, type Root } from "./look_ahead.ts";

export interface ParseOptions {
  /** Whether two equal keys in a mapping are an error (code `duplicate-key`). Default: true. */
  uniqueKeys?: boolean;
  /** Which go-yaml reads the text: they differ in what they take after a document and before comments. Default: v2. */
  dialect?: Dialect;
  /** The part of the source's text to parse. Default: all of it. */
  start?: number;
  end?: number;
}

/** A document, and facts about its text. */
export interface Document {
  root: Node;
  /** Whether it contains aliases, so that `expandAliases` is needed. */
  hasAliases: boolean;
  /** The block scalar at the end of the document, if the comments after it belong to the document in go-yaml. */
  commentedEnd: Scalar | undefined;
}

/** Every document of a stream; an empty document is a null scalar. Throws `KustError`s with a place. */
export function parseDocuments(source: Source, options: ParseOptions = {}): Node[] {
  const documents: Node[] = [];
  const stream = new Stream(source, options);
  for (let next = stream.next(); next !== undefined; next = stream.next()) documents.push(next.root);
  return documents;
}

/**
 * The first document of a stream; undefined if the text has none. The text after it may even be invalid, such as an
 * extra `}`, from where go-yaml does not look at it any more.
 */
export function parseDocument(source: Source, options: ParseOptions = {}): Node | undefined {
  return readDocument(source, options)?.root;
}

/** Like `parseDocument`, but returns more than the node. */
export function readDocument(source: Source, options: ParseOptions = {}): Document | undefined {
  return new Stream(source, options, false).next();
}

/** The tag handles that every document has. */
const HANDLES: ReadonlyMap<string, string> = new Map([["!", "!"], ["!!", CORE_TAG_PREFIX]]);

class Stream {
  readonly #state: ParseState;
  readonly #hasMerges: boolean;
  readonly #aliases: AliasMeter;
  /** Whether to parse more than the first document. */
  readonly #goesOn: boolean;
  readonly #dialect: Dialect;
  #isFirst = true;

  constructor(source: Source, options: ParseOptions, goesOn = true) {
    const { uniqueKeys = true, dialect = "v2", start = 0, end = source.text.length } = options;
    this.#goesOn = goesOn;
    this.#dialect = dialect;
    this.#aliases = new AliasMeter(source.growth);
    checkEncoding(source, start, end);
    const cursor = cursorOf(source, start, end);
    const forbidden = cursor.text.search(FORBIDDEN);
    if (forbidden < cursor.text.length - 1) failForbidden(cursor, forbidden);
    cursor.isV3 = dialect === "v3";
    this.#state = new ParseState(cursor, uniqueKeys);
    this.#hasMerges = cursor.text.includes("<<") || cursor.text.includes("!!merge");
  }

  next(): Document | undefined {
    const { cursor } = this.#state;
    let code = skipToToken(cursor);
    if (!this.#isFirst) code = skipDocumentEnds(cursor, code);
    if (code === NUL) return undefined;
    const isImplicit = this.#isFirst && !isDirective(cursor, code) && !(code === MINUS && atDocumentMark(cursor));
    this.#isFirst = false;
    if (code === DOT && atDocumentMark(cursor)) cursor.fail('a document cannot start with "..."');
    this.#state.handles = HANDLES;
    if (!isImplicit) {
      const handles = new Map(HANDLES);
      this.#state.handles = handles;
      const start = isDirective(cursor, code) ? cursor.pos : undefined;
      code = readDirectives(cursor, code, handles);
      if (code !== MINUS || !atDocumentMark(cursor)) failNoDocument(cursor, start);
      cursor.pos += 3;
      cursor.keyAllowed = false;
      code = skipToToken(cursor);
    }
    const { pos, lineStart } = cursor;
    const node = this.#content(code);
    const hasAliases = this.#hasMerges || this.#state.anchors.size > 0;
    // Anchors alone add nothing, but a later document may have an alias to one of them.
    if (this.#state.anchors.size > 0) this.#aliases.measure(node);
    skipToToken(cursor);
    const commentedEnd = this.#commentedEnd();
    this.#endDocument({ node, pos, lineStart });
    return { root: node, hasAliases, commentedEnd };
  }

  /** The node of a document. */
  #content(code: number): Node {
    const { cursor } = this.#state;
    cursor.indent = -1;
    this.#state.lastBlock = undefined;
    return atDocumentEnd(cursor, code) ? emptyScalar(this.#state) : parseBlock(this.#state, code);
  }

  /** Checks what follows a document, and moves past its `...` if more documents are to be parsed. */
  #endDocument(root: Root): void {
    const { cursor } = this.#state;
    const code = skipToToken(cursor);
    if (!this.#goesOn) {
      if (code !== NUL) lookAhead(this.#state, root, this.#dialect);
    } else if (code === DOT && atDocumentMark(cursor)) {
      cursor.pos += 3;
      cursor.keyAllowed = false;
    } else if (!atDocumentEnd(cursor, code)) {
      cursor.fail("expected the document to end here");
    }
  }

  #commentedEnd(): Scalar | undefined {
    const { cursor, lastBlock } = this.#state;
    if (lastBlock === undefined) return undefined;
    const { scalar, end, indent } = lastBlock;
    return isDocumentComment(cursor.text, end, cursor.pos, indent) ? scalar : undefined;
  }
}

/** The size of the pieces in which go-yaml reads a text, in bytes: beyond it, it forgets a byte order mark. */
const PIECE = 512;

/**
 * After a second byte order mark go-yaml passes over the first character of every line. In a long text of several lines
 * the mark is left to fail.
 */
function cursorOf(source: Source, start: number, end: number): Cursor {
  const { text } = source;
  if (text.charCodeAt(start) !== BYTE_ORDER_MARK) return new Cursor(source, start, end);
  const isLong = end - start > PIECE && text.slice(start, end).trimEnd().includes("\n");
  if (text.charCodeAt(start + 1) !== BYTE_ORDER_MARK || isLong) return new Cursor(source, start + 1, end);
  const cursor = new Cursor(source, start + 2, end);
  cursor.passesFirst = true;
  cursor.lineStart = -1;
  return cursor;
}

function skipDocumentEnds(cursor: Cursor, firstCode: number): number {
  let code = firstCode;
  while (code === DOT && atDocumentMark(cursor)) {
    cursor.pos += 3;
    cursor.keyAllowed = false;
    code = skipToToken(cursor);
  }
  return code;
}

/** Resource files are split at `---` before parsing, so a directive in them has no document. */
function failNoDocument(cursor: Cursor, directive: number | undefined): never {
  if (directive === undefined) cursor.fail('expected the document to end, or a "---" before the next one');
  cursor.fail(
    'a directive is not allowed here, because no "---" follows it before the resource: remove it',
    directive,
  );
}

/** Fails (`invalid-utf8`) on bytes that cannot be decoded in a part of a text. */
export function checkEncoding(source: Source, start: number, end: number): void {
  const { fault } = source.encoding;
  if (fault === undefined || fault.offset < start || fault.offset > end) return;
  fail("invalid-utf8", fault.message, {
    place: { source, offset: fault.offset },
    hint: "save the file as UTF-8",
  });
}

function failForbidden(cursor: Cursor, pos: number): never {
  const code = cursor.text.charCodeAt(pos).toString(16).toUpperCase().padStart(4, "0");
  cursor.fail(`the control character U+${code} is not allowed in YAML: write it as an escape in double quotes`, pos);
}
