/** Changes of a file that nobody makes on purpose. */

import type { Random } from "../fuzz/random.ts";

/** Texts that have a meaning to YAML, JSON, patterns, paths, URLs, Go or JavaScript. */
const TEXTS = [
  "__proto__",
  "constructor",
  "toString",
  "{__proto__: {a: b}}",
  "&a ",
  "*a",
  "&a [*a]",
  "<<: *a",
  "? ",
  ": ",
  "- ",
  "!!binary ",
  "!!set {a}",
  "!!float ",
  "!x ",
  "|2-\n",
  ">+\n",
  "'",
  '"',
  "\\",
  "\u0000",
  "\ufeff",
  "\u2028",
  "\ud83d",
  "{",
  "}",
  "[",
  "]",
  "%YAML 1.1\n",
  "---\n",
  "...\n",
  "\t",
  "\r",
  "0x",
  "1e999999999",
  "-0",
  ".nan",
  ".inf",
  "99999999999999999999999",
  "9".repeat(400),
  "/999999999",
  "[999999999]",
  "/-",
  "~2",
  "[name=a]",
  "[=]",
  "[]",
  "a.[b=c].d",
  "*",
  "..",
  "../../../..",
  "/",
  "//",
  "file:///x?ref=y",
  "git::",
  "http://[",
  "https://a:b@c/%zz",
  "$(A)",
  "$(",
  "(a+)+$",
  "a{1000}{1000}",
  "\\p{",
  "[^",
  "(?i",
  "{{ .x }}",
  "a,b,c",
  "=",
  "a=b",
  "in (a,",
  "2006-01-02T15:04:05Z",
  "null",
  "~",
  "yes",
  "[".repeat(3000),
  "{a: ".repeat(3000),
  "- ".repeat(3000),
];

/** The bytes with one or a few changes: cut off, other bytes, inserted or repeated parts. */
export function oddBytes(random: Random, bytes: Uint8Array): Uint8Array {
  let changed = bytes;
  for (let count = random.int(1, 3); count > 0; count--) changed = changedOnce(random, changed);
  return changed;
}

function changedOnce(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.int(0, bytes.length);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (random.int(0, 9)) {
    case 0:
      return head;
    case 1:
      return joined(head, Uint8Array.of(random.int(0, 255)), tail.subarray(1));
    case 2:
      return joined(head, tail.subarray(random.int(1, 30)));
    case 3:
      return joined(head, tail.subarray(0, random.int(1, 60)), tail);
    case 4:
      return random.pick([Uint8Array.of(), Uint8Array.of(0xff, 0xfe, 0x61), Uint8Array.of(0xef, 0xbb, 0xbf, 0xc0)]);
    default:
      return joined(head, new TextEncoder().encode(random.pick(TEXTS)), random.chance(0.5) ? tail : afterWord(tail));
  }
}

/** Without the word or number at the start. */
function afterWord(bytes: Uint8Array): Uint8Array {
  const isEnd = (byte: number) => byte <= 0x20 || ":,{}[]\"'".includes(String.fromCharCode(byte));
  const end = bytes.findIndex(isEnd);
  return end < 0 ? Uint8Array.of() : bytes.subarray(end);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
