/** What go-yaml reads beyond a document that is followed by other text: its scanner is ahead of the parser. */

import {
  AMPERSAND,
  ASTERISK,
  COLON,
  COMMA,
  EXCLAMATION,
  GREATER_THAN,
  isBreak,
  LEFT_BRACE,
  LEFT_BRACKET,
  MINUS,
  NUL,
  PERCENT,
  PIPE,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
} from "../../text/chars.ts";
import { scanBlockScalar } from "../scan/block_scalar.ts";
import {
  atDocumentEnd,
  type Cursor,
  endOfLine,
  isNear,
  readBreak,
  skipLineComment,
  skipToToken,
} from "../scan/cursor.ts";
import { scanAnchorName, scanTag } from "../scan/properties.ts";
import type { Dialect } from "../scalar/dialect.ts";
import { isEmpty, type Node } from "../tree/node.ts";
import { scanDirective } from "./directives.ts";
import { canStartScalar, failStart, isIndicator } from "./parse_block_node.ts";
import { type ParseState, readScalar } from "./parse_state.ts";

/** How many tokens go-yaml is ahead: v3 keeps comments, and those of a token may come after it. */
const TOKENS_AHEAD: Record<Dialect, number> = { v2: 1, v3: 3 };

/** Whether a handle is declared is only checked by the parser. */
const ANY_HANDLE = { get: (handle: string) => handle };

/** The node of the document, and where it begins. */
export interface Root {
  readonly node: Node;
  readonly pos: number;
  readonly lineStart: number;
}

/** Throws `yaml-syntax` for text at the cursor that go-yaml reads, but that cannot be tokens. Moves the cursor. */
export function lookAhead(state: ParseState, root: Root, dialect: Dialect): void {
  new LookAhead(state, root).check(TOKENS_AHEAD[dialect]);
}

/** A token that is a key if a colon follows on its line. */
interface PossibleKey {
  isPossible: boolean;
  readonly isRequired: boolean;
  readonly pos: number;
  readonly lineStart: number;
}

/** go-yaml's scanner without the tokens, which are only counted. */
class LookAhead {
  readonly #state: ParseState;
  readonly #cursor: Cursor;
  #count = 0;
  /** By level of flow collections. */
  readonly #keys: (PossibleKey | undefined)[];
  readonly #root: PossibleKey | undefined;
  #first: PossibleKey | undefined;
  /** Those of outer block collections. */
  readonly #indents: number[] = [];

  constructor(state: ParseState, { node, pos, lineStart }: Root) {
    const key = { isPossible: true, isRequired: false, pos, lineStart };
    this.#keys = [key];
    // Sic: go-yaml does not wait for a colon after an empty collection.
    this.#root = isEmpty(node) ? undefined : key;
    this.#state = state;
    this.#cursor = state.cursor;
  }

  check(tokens: number): void {
    while (this.#count < tokens || this.#isKey(this.#first) || this.#isKey(this.#root)) this.#read();
  }

  #read(): void {
    const cursor = this.#cursor;
    const code = skipToToken(cursor);
    const endsDocument = atDocumentEnd(cursor, code);
    this.#unroll(endsDocument ? -1 : cursor.column);
    this.#count++;
    if (endsDocument) return this.#endDocument(code);
    const isDash = isIndicator(cursor, code, MINUS);
    this.#readToken(code);
    if (!isDash) skipLineComment(cursor);
  }

  #endDocument(code: number): void {
    const cursor = this.#cursor;
    this.#dropKey();
    cursor.keyAllowed = false;
    if (code === NUL) cursor.lineStart = cursor.pos;
    else if (code === PERCENT) skipDirective(cursor);
    else cursor.pos += 3;
  }

  #readToken(code: number): void {
    const cursor = this.#cursor;
    switch (code) {
      case LEFT_BRACKET:
      case LEFT_BRACE:
        return this.#open();
      case RIGHT_BRACKET:
      case RIGHT_BRACE:
        return this.#close();
      case COMMA:
        return this.#pass(true);
    }
    const inFlow = cursor.flowLevel > 0;
    if (isIndicator(cursor, code, MINUS)) this.#readIndicator(code);
    else if (isIndicator(cursor, code, QUESTION) || (inFlow && code === QUESTION)) this.#readIndicator(code);
    else if (isIndicator(cursor, code, COLON) || (inFlow && code === COLON)) this.#readColon();
    else this.#readContent(code);
  }

  #readContent(code: number): void {
    const cursor = this.#cursor;
    if (code === PIPE || code === GREATER_THAN) {
      if (cursor.flowLevel > 0) failStart(cursor, code);
      this.#dropKey();
      scanBlockScalar(cursor);
      return;
    }
    if (!canStartScalar(cursor, code)) failStart(cursor, code);
    this.#saveKey();
    cursor.keyAllowed = false;
    if (code === AMPERSAND || code === ASTERISK) scanAnchorName(cursor);
    else if (code === EXCLAMATION) scanTag(cursor, ANY_HANDLE);
    else readScalar(this.#state, code);
  }

  #open(): void {
    this.#saveKey();
    this.#keys.push(undefined);
    this.#cursor.flowLevel++;
    this.#cursor.keyAllowed = true;
    this.#cursor.pos++;
  }

  #close(): void {
    this.#pass(false);
    if (this.#cursor.flowLevel === 0) return;
    this.#cursor.flowLevel--;
    this.#keys.pop();
  }

  /** Moves past a character that ends a possible key. */
  #pass(keyAllowed: boolean): void {
    this.#dropKey();
    this.#cursor.keyAllowed = keyAllowed;
    this.#cursor.pos++;
  }

  #readIndicator(code: number): void {
    const cursor = this.#cursor;
    if (cursor.flowLevel === 0) {
      if (!cursor.keyAllowed) failStart(cursor, code);
      this.#roll(cursor.column);
    }
    this.#pass(code === MINUS || cursor.flowLevel === 0);
  }

  #readColon(): void {
    const cursor = this.#cursor;
    const key = this.#keys.at(-1);
    const { flowLevel } = cursor;
    if (this.#isKey(key)) {
      if (key === this.#root) failStart(cursor, COLON);
      this.#count++;
      key.isPossible = false;
      if (flowLevel === 0) this.#roll(key.pos - key.lineStart);
      cursor.keyAllowed = false;
    } else {
      if (flowLevel === 0 && !cursor.keyAllowed) failStart(cursor, COLON);
      if (flowLevel === 0) this.#roll(cursor.column);
      cursor.keyAllowed = flowLevel === 0;
    }
    cursor.pos++;
  }

  #saveKey(): void {
    const { keyAllowed, flowLevel, indent, column, pos, lineStart } = this.#cursor;
    if (!keyAllowed) return;
    this.#dropKey();
    const key = { isPossible: true, isRequired: flowLevel === 0 && indent === column, pos, lineStart };
    this.#keys[this.#keys.length - 1] = key;
    if (this.#count === 1) this.#first = key;
  }

  #dropKey(): void {
    const key = this.#keys.at(-1);
    if (key?.isPossible) this.#exclude(key);
  }

  #isKey(key: PossibleKey | undefined): key is PossibleKey {
    if (!key?.isPossible) return false;
    const { lineStart } = this.#cursor;
    if (key.lineStart === lineStart && isNear(this.#cursor, key.pos)) return true;
    this.#exclude(key);
    return false;
  }

  #exclude(key: PossibleKey): void {
    if (key.isRequired) this.#cursor.fail('expected ":" after this key', key.pos);
    key.isPossible = false;
  }

  #roll(column: number): void {
    const cursor = this.#cursor;
    if (cursor.indent >= column) return;
    this.#indents.push(cursor.indent);
    cursor.indent = column;
    this.#count++;
  }

  #unroll(column: number): void {
    const cursor = this.#cursor;
    if (cursor.flowLevel > 0) return;
    while (cursor.indent > column) {
      cursor.indent = this.#indents.pop()!;
      this.#count++;
    }
  }
}

/** go-yaml reads the line break, too, so that it allows no key. */
function skipDirective(cursor: Cursor): void {
  scanDirective(cursor);
  cursor.pos = endOfLine(cursor, cursor.pos);
  if (isBreak(cursor.text.charCodeAt(cursor.pos))) readBreak(cursor);
}
