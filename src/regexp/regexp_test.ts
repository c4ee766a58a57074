/** The answers in these tables are those of Go 1.26's regexp package. */

import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { type Growth, Source } from "../diagnostics/source.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { compileRegexp, type Regexp } from "./regexp.ts";

/** Pattern, text, and the match with its groups. */
const MATCHES: [string, string, (string | undefined)[] | undefined][] = [
  ["^(?:web)$", "web", ["web"]],
  ["^(?:web)$", "web-1", undefined],
  ["web", "my-web-1", ["web"]],
  ["", "x", [""]],
  ["^(?:web|db.*)$", "db-main", ["db-main"]],
  ["^(?:a)|(?:b)$", "xb", ["b"]],
  ["^(?:.*-config)$", "api-config", ["api-config"]],
  ["^(?:.*)$", "a\nb", undefined],
  ["(?s)^.*$", "a\nb", ["a\nb"]],
  ["(?m)^b$", "a\nb\nc", ["b"]],
  ["^b$", "a\nb\nc", undefined],
  ["\\Ab|c\\z", "abc", ["c"]],
  ["(?i)deploy", "myDEPLOYment", ["DEPLOY"]],
  ["(?i)k", "K", ["K"]],
  ["(?i)[k]", "K", ["K"]],
  ["(?i)\\w", "ſ", ["ſ"]],
  ["\\w", "ſ", undefined],
  ["(?i)σ", "ς", ["ς"]],
  ["(?i)ß", "ẞ", ["ẞ"]],
  ["(?i)ı", "I", undefined],
  ["(?i:a)b", "AB", undefined],
  ["(?i)a(?-i)b", "AB", undefined],
  ["\\d+", "a12b", ["12"]],
  ["[^\\d-]+", "12-ab-3", ["ab"]],
  ["\\s\\S", " x", [" x"]],
  ["[[:alpha:]_]+", "9ab_c-", ["ab_c"]],
  ["[[:^alpha:]]", "ab9", ["9"]],
  ["[]a]+", "b]a", ["]a"]],
  ["[^]a]", "]a-", ["-"]],
  ["[a-]+", "b-a", ["-a"]],
  ["[\\-x]", "-", ["-"]],
  ["[^b]", "\0", ["\0"]],
  ["\0", "x\0", ["\0"]],
  ["\\p{Greek}+", "abγδ", ["γδ"]],
  ["\\pL", "1é", ["é"]],
  ["\\P{L}", "é1", ["1"]],
  ["\\p{^Lu}", "Aa", ["a"]],
  ["[\\p{Lu}\\d]+", "aB3c", ["B3"]],
  ["\\p{greek}", "α", ["α"]],
  ["\\p{Uppercase_Letter}", "aB", ["B"]],
  ["\\bfoo\\b", "a foo b", ["foo"]],
  ["\\bfoo\\b", "afoo", undefined],
  ["\\Boo", "foo", ["oo"]],
  ["\\x41\\x{3a3}\\101", "AΣA", ["AΣA"]],
  ["\\Qa.b\\E+", "a.bb", ["a.bb"]],
  ["\\Q*", "a*", ["*"]],
  ["^.$", "😀", ["😀"]],
  ["^..$", "😀", undefined],
  ["(a+)(b*)", "xaab", ["aab", "aa", "b"]],
  ["(a+?)(a*)", "aaa", ["aaa", "a", "aa"]],
  ["(?U)(a+)(a*)", "aaa", ["a", "a", ""]],
  ["(?P<x>a)|(?<y>b)", "b", ["b", undefined, "b"]],
  ["(a|ab)(c|bcd)", "abcd", ["abcd", "a", "bcd"]],
  ["(a*)*", "b", ["", ""]],
  ["(|a)*", "aa", ["", ""]],
  ["(|a)+", "aa", ["", ""]],
  ["(.*?)+?ab*", "Σbar", ["Σba", "Σb"]],
  ["(a*)+", "b", ["", ""]],
  ["a{2,3}", "aaaa", ["aaa"]],
  ["a{2,3}?", "aaaa", ["aa"]],
  ["a{2,}", "aaa", ["aaa"]],
  ["(a){0}b", "ab", ["b", undefined]],
  ["a{,2}", "a{,2}", ["a{,2}"]],
  ["a{", "a{", ["a{"]],
  ["x*", "yx", [""]],
  ["(?:(a)|b)*", "ab", ["ab", "a"]],
  ["$^", "", [""]],
  ["a||b", "b", [""]],
  ["(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", undefined],
  ["\\bx", "/x", ["x"]],
  ["\\bx", "0x", undefined],
  ["\\bx", "9x", undefined],
  ["\\bx", ":x", ["x"]],
  ["\\bx", "@x", ["x"]],
  ["\\bx", "Ax", undefined],
  ["\\bx", "Zx", undefined],
  ["\\bx", "[x", ["x"]],
  ["\\bx", "_x", undefined],
  ["\\bx", "`x", ["x"]],
  ["\\bx", "ax", undefined],
  ["\\bx", "zx", undefined],
  ["\\bx", "{x", ["x"]],
  ["\\bx", "éx", ["x"]],
  ["^\\07$", "\u0007", ["\u0007"]],
  ["^\\08$", "\u00008", ["\u00008"]],
  ["^\\1234$", "S4", ["S4"]],
  ["^\\777$", "ǿ", ["ǿ"]],
  ["^\\x{0}$", "\u0000", ["\u0000"]],
  ["^\\x{10FFFF}$", "\u{10ffff}", ["\u{10ffff}"]],
  ["^\\x{e9}$", "é", ["é"]],
  ["\\x7F", "\u007f", ["\u007f"]],
  ["\\~", "~", ["~"]],
  ["\\\u007f", "\u007f", ["\u007f"]],
  ["\\@", "@", ["@"]],
  ["\\[", "[", ["["]],
  ["[a-a]", "a", ["a"]],
  ["[[:alpha]", "p", ["p"]],
  ["[[:]]", ":]", [":]"]],
  ["[a-]", "-", ["-"]],
  ["[-a]", "-", ["-"]],
  ["[^a-c]", "b", undefined],
  ["[\\d-z]", "-", ["-"]],
  ["(?i)ᾀ", "ᾈ", ["ᾈ"]],
  ["(?i)ᾈ", "ᾀ", ["ᾀ"]],
  ["(?i)ᾳ", "ᾼ", ["ᾼ"]],
  ["(?i)ῃ", "ῌ", ["ῌ"]],
  ["(?i)ῳ", "ῼ", ["ῼ"]],
  ["(?i)ᾧ", "ᾯ", ["ᾯ"]],
  ["(?i)ᾯ", "ᾧ", ["ᾧ"]],
  ["(?i)ᾐ", "ᾘ", ["ᾘ"]],
  ["(?i)ᾠ", "ᾨ", ["ᾨ"]],
  ["(?i)ᾰ", "Ᾰ", ["Ᾰ"]],
  ["(?i)ᾷ", "ᾷ", ["ᾷ"]],
  ["(?i)𐐀", "𐐨", ["𐐨"]],
  ["(?i)😀", "😀", ["😀"]],
  ["(?i)[ά-ώ]", "Ή", ["Ή"]],
  ["(?i)\u0345", "ι", ["ι"]],
  ["(?i)[^k]", "K", undefined],
  ["(?m)^b", "b", ["b"]],
  ["(?m)^b", "a\nb", ["b"]],
  ["(?m)^b", "ab", undefined],
  ["(?m)a$", "a\nb", ["a"]],
  ["(?m)a$", "ba", ["a"]],
  ["(?m)a$", "ab", undefined],
  ["a$", "a\n", undefined],
  ["^", "", [""]],
  ["\\z", "a", [""]],
  [".b", "😀b", ["😀b"]],
  ["b$", "😀b", ["b"]],
  ["😀+", "x😀😀", ["😀😀"]],
  ["[😀-😂]", "😁", ["😁"]],
  ["x|😀", "a😀", ["😀"]],
  ["a{1000}", "a", undefined],
  ["(?:a{10}){100}", "a", undefined],
  ["a{0,1000}", "b", [""]],
  ["(?:a{1,}){1000}", "b", undefined],
  ["(?:a{0}){1000}", "", [""]],
  ["(?:a{500}){2,}", "b", undefined],
  ["(?:a{1000}){1}", "b", undefined],
  ["(?:a{1000}){0,1}", "b", [""]],
  ["(?:a{1000}){1,1}", "b", undefined],
  ["a{,2}", "a{,2}", ["a{,2}"]],
  ["a{2", "a{2", ["a{2"]],
  ["a{1}b", "ab", ["ab"]],
  ["a{0}b", "b", ["b"]],
  ["(?:)", "x", [""]],
  ["a|", "b", [""]],
  ["|a", "a", [""]],
  ["()", "", ["", ""]],
  ["(?i:A)a", "aa", ["aa"]],
  ["^a|^b", "xb", undefined],
  ["(^a)", "ba", undefined],
  ["(?:^a|b)", "xb", ["b"]],
  ["(?:^)a", "ba", undefined],
  ["\\x0A\\x20", "\n ", ["\n "]],
  ["\uffffa", "x\uffffa", ["\uffffa"]],
  ["[][[:]", "a", undefined],
  ["(?is-mU:ς)", "ǅσς", ["σ"]],
  ["(?i-s:[^\\pL])", "ǆz]", ["]"]],
  ["(?m:(?P<1a>\\z){0,})", "", ["", ""]],
];

Deno.test("matches() and find() agree with Go", () => {
  for (const [pattern, text, expected] of MATCHES) {
    const regexp = compileRegexp(pattern);
    assertEquals(regexp.matches(text), expected !== undefined, `${pattern} on ${text}`);
    const match = regexp.find(text);
    const found = match && [text.slice(match.start, match.end), ...match.groups];
    assertEquals(
      found?.concat(Array(expected!.length - found.length).fill(undefined)),
      expected,
      `${pattern} on ${text}`,
    );
  }
});

/** Pattern, and why Go rejects it. */
const REFUSED: [string, string][] = [
  ["*", "missing argument to repetition operator: `*`"],
  ["(?s)*?", "missing argument to repetition operator: `*?`"],
  ["a**", "invalid nested repetition operator: `**`"],
  ["a*?*", "invalid nested repetition operator: `*?*`"],
  ["(a", "missing closing ): `(a`"],
  ["\\p{L", "invalid character class range: `\\p{L`"],
  ["a)", "unexpected ): `a)`"],
  ["[a", "missing closing ]: `[a`"],
  ["[z-a]", "invalid character class range: `z-a`"],
  ["[[:foo:]]", "invalid character class range: `[:foo:]`"],
  ["\\p{Foo}", "invalid character class range: `\\p{Foo}`"],
  ["\\p{Old_Italic}", "invalid character class range: `\\p{Old_Italic}`"],
  ["\\p", "invalid character class range: `\\p`"],
  ["(?=a)", "invalid or unsupported Perl syntax: `(?=`"],
  ["(?!a)", "invalid or unsupported Perl syntax: `(?!`"],
  ["(?<=a)", "invalid named capture: `(?<=a)`"],
  ["(?<=a)b>", "invalid named capture: `(?<=a)b>`"],
  ["(?<!a)", "invalid named capture: `(?<!a)`"],
  ["(?P<é>a)", "invalid named capture: `(?P<é>`"],
  ["(?P=n)", "invalid or unsupported Perl syntax: `(?P`"],
  ["(?P<", "invalid or unsupported Perl syntax: `(?P`"],
  ["(?i", "invalid or unsupported Perl syntax: `(?i`"],
  ["(?-)", "invalid or unsupported Perl syntax: `(?-)`"],
  ["(a)\\1", "invalid escape sequence: `\\1`"],
  ["\\q", "invalid escape sequence: `\\q`"],
  ["\\8", "invalid escape sequence: `\\8`"],
  ["\\C", "invalid escape sequence: `\\C`"],
  ["\\Z", "invalid escape sequence: `\\Z`"],
  ["\\E", "invalid escape sequence: `\\E`"],
  ["a\\", "trailing backslash at end of expression: ``"],
  ["[\\", "trailing backslash at end of expression: ``"],
  ["\\x", "invalid escape sequence: `\\x`"],
  ["\\xg1", "invalid escape sequence: `\\xg1`"],
  ["\\x{110000}", "invalid escape sequence: `\\x{110000`"],
  ["\\x{}", "invalid escape sequence: `\\x{}`"],
  ["a{1001}", "invalid repeat count: `{1001}`"],
  ["a{3,2}", "invalid repeat count: `{3,2}`"],
  ["(a{100}){11}", "invalid repeat count: `{11}`"],
  ["((a{600}){0,}){2}", "invalid repeat count: `{2}`"],
  ["a{99999999999999999999}", "invalid repeat count: `{99999999999999999999}`"],
  ["(|*)", "missing argument to repetition operator: `*`"],
  ["[a-\\d]", "invalid escape sequence: `\\d`"],
  ["\\x4", "invalid escape sequence: `\\x4`"],
  ["\\x4g", "invalid escape sequence: `\\x4g`"],
  ["\\xg4", "invalid escape sequence: `\\xg4`"],
  ["\\xé1", "invalid escape sequence: `\\xé1`"],
  ["\\\x80", "invalid escape sequence: `\\\x80`"],
  ["\\é", "invalid escape sequence: `\\é`"],
  ["\\7", "invalid escape sequence: `\\7`"],
  ["\\18", "invalid escape sequence: `\\1`"],
  ["[b-a]", "invalid character class range: `b-a`"],
  ["[[:alpha:]", "missing closing ]: `[[:alpha:]`"],
  ["[[", "missing closing ]: `[[`"],
  ["[a-", "missing closing ]: `[a-`"],
  ["(?:a{10}){101}", "invalid repeat count: `{101}`"],
  ["(?:a{2}){501}", "invalid repeat count: `{501}`"],
  ["a{0,1001}", "invalid repeat count: `{0,1001}`"],
  ["(?:a{501}){2,}", "invalid repeat count: `{2,}`"],
  ["a{2}{3}", "invalid nested repetition operator: `{2}{3}`"],
];

Deno.test("compileRegexp() rejects what Go rejects, with its messages", () => {
  for (const [pattern, reason] of REFUSED) {
    const error = assertThrows(() => compileRegexp(pattern), KustError, undefined, pattern);
    assertEquals([error.diagnostic.code, error.message], ["invalid-pattern", `error parsing regexp: ${reason}`]);
  }
});

/** Patterns that count as many of Go's instructions as the number says. */
const SIZES: [string, number][] = [
  ["", 0],
  ["(a)", 3],
  ["(?:[b-d]{100}|[e-f]{100}|[g-h]{100})", 302],
  ["(?:[a-z]{100})*", 102],
  ["(?:[a-z]{100})+", 101],
  ["(?:[a-z]{100})?", 101],
  ["(?:[a-z]{100}){3,}", 301],
  ["(?:[a-z]{100}){2,5}", 503],
];

Deno.test("compileRegexp() rejects patterns that are too large for Go", () => {
  const limit = 3_355_443;
  for (const [pattern, size] of SIZES) {
    const rest = limit - size;
    const largest = `${pattern}${"x{1000}".repeat(rest / 1000)}x{${rest % 1000}}`;
    compileRegexp(largest);
    assertThrows(() => compileRegexp(`${largest}x`), KustError, "expression too large", pattern);
  }
});

Deno.test("compileRegexp() rejects patterns that nest more than 1000 levels deep", () => {
  const nested = (groups: number) => "(".repeat(groups) + "a" + ")".repeat(groups);
  assertEquals(compileRegexp(nested(999)).matches("a"), true);
  assertThrows(() => compileRegexp(nested(1000)), KustError, "expression nests too deeply");
});

Deno.test("compileRegexp() tells the only text that a pattern matches", () => {
  const patterns = [
    "^web$",
    "^(?:w(?:e)b)$",
    "(?i)^12$",
    "^$",
    "^web",
    "web$",
    "^we?b$",
    "(?i)^web$",
    "^(web)$",
    "(?m)^web$",
  ];
  assertEquals(patterns.map((pattern) => compileRegexp(pattern).only), [
    ...["web", "web", "12", ""],
    ...Array(6).fill(undefined),
  ]);
});

Deno.test("compileRegexp() reports errors with their place", () => {
  const place = { source: new Source("kustomization.yaml", "name: '('"), offset: 6 };
  const error = assertThrows(() => compileRegexp("(", place), KustError);
  assertEquals(error.diagnostic.place, place);
});

Deno.test("matches() takes linear time for patterns on which a backtracking engine takes forever", () => {
  const text = "a".repeat(20_000) + "b";
  for (const pattern of ["^(?:(a+)+)$", "^(?:(a|aa)*)$", "(x+x+)+y|(a*)*$z", "^(?:(a?){30}a{30}c)$"]) {
    assertEquals(compileRegexp(pattern).matches(text), false, pattern);
  }
});

Deno.test("the work of all patterns of a build is limited, that of compiling them too", () => {
  const source = new Source("patterns", "");
  const place = { source, offset: 0 };
  compileRegexp("a.c", place).matches("xxabc");
  const steps = source.growth.patternSteps ?? 0;
  assertEquals(steps, 44);
  source.growth.patternSteps = 1_000_000_000 - steps;
  compileRegexp("a.c", place).matches("xxabc");
  source.growth.patternSteps = 1_000_000_000 - steps + 1;
  for (const matches of [compileRegexp("a.c", place).matches, compileRegexp("a.c", undefined, source.growth).matches]) {
    const { message } = diagnosticOf("too-large", () => matches("xxabc"));
    assertEquals(message, "the patterns of this build take more than 1000000000 steps to match");
  }
});

Deno.test("a match ends as soon as its result is known", () => {
  const steps = (pattern: string, use: (regexp: Regexp, text: string) => unknown): number => {
    const growth: Growth = { nodes: 0, characters: 0 };
    use(compileRegexp(pattern, undefined, growth), "a".repeat(10_000));
    return growth.patternSteps ?? 0;
  };
  for (const pattern of ["^b.", "(^b).", "\\Ab.", "^a.?$"]) {
    assertEquals(steps(pattern, (regexp, text) => regexp.matches(text)) < 100, true, pattern);
    assertEquals(steps(pattern, (regexp, text) => regexp.find(text)) < 100, true, pattern);
  }
  assertEquals(steps("a+.", (regexp, text) => regexp.matches(text)) < 100, true);
});
