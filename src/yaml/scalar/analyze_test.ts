import { assertEquals } from "@std/assert";
import { analyze, LOST_IN_JSON, MULTILINE, NO_BLOCK, NO_PLAIN, NO_SINGLE, TABS } from "./analyze.ts";

const NO_STYLE = NO_PLAIN | NO_SINGLE | NO_BLOCK;

/** Pieces, and the flags of a text in which they are first, last, between letters, and between letters and spaces. */
const FLAGS: [pieces: string[], first: number, last: number, inWord: number, apart: number][] = [
  [["a", "7", "+", "/", "(", "~", "é", "\xa0", "\ud7ff", "\ue000", "\ufffd", "--", "..", "?x", "-x", ":x"], 0, 0, 0, 0],
  [[..."[]{},&*!|>'\"%@`"], NO_PLAIN, 0, 0, 0],
  [["---", "..."], NO_PLAIN, 0, 0, 0],
  [["-", "?"], 0, 0, 0, 0],
  [["- ", "? "], NO_PLAIN, NO_PLAIN | NO_BLOCK, 0, 0],
  [[":"], 0, NO_PLAIN, 0, NO_PLAIN],
  [[": "], NO_PLAIN, NO_PLAIN | NO_BLOCK, NO_PLAIN, NO_PLAIN],
  [["#"], NO_PLAIN, 0, 0, NO_PLAIN],
  [[" "], NO_PLAIN, NO_PLAIN | NO_BLOCK, 0, 0],
  [["\t"], ...same(TABS | NO_PLAIN | NO_SINGLE)],
  [["\x07", "\x1f", "\ufeff", "\ud800", "\u{10000}"], ...same(NO_STYLE)],
  [["\x7f", "\x80", "\x84", "\x9f", "\ufffe", "\uffff"], ...same(NO_STYLE | LOST_IN_JSON)],
];

function same(flags: number): [number, number, number, number] {
  return [flags, flags, flags, flags];
}

Deno.test("analyze() tells the styles of one line, whatever its length", () => {
  for (const filler of ["a", "a".repeat(60)]) {
    for (const [pieces, ...expected] of FLAGS) {
      for (const piece of pieces) {
        const texts = [piece + filler, filler + piece, filler + piece + filler, `${filler} ${piece} ${filler}`];
        assertEquals([piece, ...texts.map(analyze)], [piece, ...expected]);
      }
    }
  }
});

Deno.test("analyze() tells the styles of several lines", () => {
  const several = NO_PLAIN | MULTILINE;
  const flags: [string, number][] = [
    ["", 0],
    ["a\nb", several],
    ["a\u2028b\u2029", several],
    ["\n", several],
    ["a\r", several | NO_STYLE],
    ["a\x85b", several | NO_STYLE | LOST_IN_JSON],
    ["a \nb", several | NO_SINGLE | NO_BLOCK],
    ["a\n b", several | NO_SINGLE],
    ["a\n#b", several],
  ];
  for (const [text, expected] of flags) assertEquals([text, analyze(text)], [text, expected]);
});
