import { assertEquals } from "@std/assert";
import { hexValue, isAsciiLetter, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, isDigit, isWord } from "./chars.ts";

Deno.test("each class of characters has its members, and no others", () => {
  const classes: [(code: number) => boolean, string][] = [
    [isBlank, "\t "],
    [isBreak, "\n\r\x85\u2028\u2029"],
    [isBreakOrEnd, "\0\n\r\x85\u2028\u2029"],
    [isBlankOrEnd, "\0\t\n\r \x85\u2028\u2029"],
    [isDigit, "0123456789"],
    [isAsciiLetter, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"],
    [isWord, "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"],
  ];
  const codes = [...Array(0x2100).keys()];
  for (const [isMember, members] of classes) {
    assertEquals(String.fromCharCode(...codes.filter(isMember)), members, isMember.name);
    assertEquals(isMember(NaN), false);
  }
  for (const code of codes) {
    const digit = "0123456789abcdef".indexOf(String.fromCharCode(code).toLowerCase());
    // The lower case of some other letters is in ASCII.
    assertEquals(hexValue(code), code < 0x80 ? digit : -1);
  }
});
