import type { Dialect } from "../scalar/dialect.ts";
import { Source } from "../../diagnostics/source.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { readDocument } from "./parse.ts";

/** Texts after a document, as kustomize v5.8.3 takes them. */
const PASSED_OVER = [
  "x",
  "x: y",
  "- x",
  "? x",
  "[",
  "]",
  "{",
  "}",
  "[a",
  "a]",
  "[a]: b",
  "{a: b",
  '"x"',
  "'x'",
  "|",
  "> \n x",
  "&a",
  "*a",
  "!t",
  "!",
  "a: b: c",
  "? [a",
  "-",
  "?",
  ":",
  ": x",
  "a:",
  "#c",
  "x\ty",
  ",",
  "x #c",
  "[?",
  "{?x",
  "{? x",
  "[a, ?b: c",
  "[- x",
  "a\nb",
  "a: b\nc",
  "a\n: b",
  "[a\n: b",
  "{a\n: b}",
  "- - x",
  "- a: b",
  "? a\n: b",
  '"a": b',
  '"a"b',
  "'a'b",
  "[a]b",
  "*a b",
  "&a b",
  "!t b",
  "!<t> b",
  "a b c: d",
  "|-\n  x\n y",
  ": x\n  ---",
  "? x\n:",
  "a\nb\n:",
  'a: b\nc\n  "x"',
  ": a: b: c",
  "- - x\n!",
  "a\n: b a]",
  "x a: b: c",
  "*a ,",
  "{?x `",
  "a\n: b\n- x",
  "> \n x\n[a",
  "[a, ?b: c\nx",
  "[- x [?",
  "{?x !t b",
  "&a b\n  !t",
  "}\n- x",
  "- a: b\na: b\nc",
  "x: y\n]",
  "'x' *a b",
  ': x\n"x"',
  "a\nb\n[",
  '"a": b `',
  "[- x\n  ...",
  "{a: b\n{?x",
  "[? [a]: b",
  "&a\n  [?",
  "!t b {",
  "[a]: b\n  {a\n: b}",
  ": x\n- a: b",
  "> \n x [",
  "|\n  |",
  "- - x *a",
  '"a": b\n&a',
  "}\n,",
  "> \n x\n*a",
  "|-\n  x\n y\n!<t> b",
  "{?x\n\tx",
  ",\n{a\n: b}",
  "> \n x a: b\nc",
  "[- x {a: b",
  "!<t> b\n|1-2",
  "a b c: d\n[a",
  "[?\n\tx",
  "!<t> b\n,",
  "[- x\n  !t",
  "x: y\n: x",
  "{? x\n  \tx",
  "> \n x\n  *a",
  "- a: b |-\n  x\n y",
  "- a: b\n#c",
  "? x &",
  '"a"b\n  !',
  "? [a\n  !",
  "]\n? [a",
  "!t b [",
  "- a: b\n%YAML 1.1",
  "a: b\nc\n  a]",
  "x\n{a\n: b}",
  "a\nb x #c",
  "[- x\n  ,",
  "- - x\n  a\nb",
  "*a b &",
  "a: b\nc\n  !t b",
  "a: b\nc {? x",
  "> \n x\na: b\nc",
  "? a\n: b\n? [a",
  "a: b\nc\n&",
  "a:\n  x #c",
  "- x\n[?",
  "!<t> b\n> \n x",
  "!t b 'x'",
  '"a"b ,',
  "] [a\n: b",
  "x: y\n\tx",
  ":\n[",
  ":\n#c",
  "&a\n  x\ty",
  ",\n&a b",
];
const REFUSED = [
  '"x',
  "'x",
  "|x",
  "&",
  "@",
  "`",
  "\tx",
  "!<t b",
  "|1-2",
  "{ 'x",
  '|x\n  "a"b',
  "| x",
  "!\n  @",
  "> \n x\n\tx",
  "[ %YAML 1.1",
  "!<t b\n`",
  "!t\n  !<t b",
  "*a b\na b c: d",
  "@\n!t b",
  "x\ty\n  [a]: b",
  "*a |x",
  "'x\n!",
  "` a\nb",
  "\tx\n'x",
  '"x\n|1-2',
  "@ {a: b",
  "!<t b\n!t b",
  "!<t b\n- a: b",
];

function read(text: string, dialect: Dialect): void {
  readDocument(new Source("", text), { dialect });
}

Deno.test("text after a document is checked as far as go-yaml v3 looks ahead", () => {
  for (const text of PASSED_OVER) read(`{a: b}\n${text}`, "v3");
  for (const text of REFUSED) diagnosticOf("yaml-syntax", () => read(`{a: b}\n${text}`, "v3"));
});

Deno.test("text right after an empty collection is checked, too, if a key or three tokens go on there", () => {
  const passed = ["}", "b: c", "\n%YAML 1.1\nb", "\n- a\n- b", " ]]]@", "\n!x!y z", "\n[a @", "\n?\t# c", "\n -:{\n\t"];
  const refused = ["},\n\t", "\nb\nc: d", " @", "\n'", "\n'a' 'b' 'c' @", "\n? |x", "\n---\n%X", "\n%YAML 1.1\nb: 1"];
  for (const root of ["[]", "{}"]) {
    for (const text of passed) read(`${root}${text}`, "v3");
    for (const text of refused) diagnosticOf("yaml-syntax", () => read(`${root}${text}`, "v3"));
  }
  diagnosticOf("yaml-syntax", () => read("|\n--- -", "v3"));
  // A collection that is not empty would be a key.
  diagnosticOf("yaml-syntax", () => read("[a]b: c", "v3"));
});

Deno.test("text right after a mapping is checked, and in brackets and after their ends", () => {
  for (const text of ["{a: b}:x|x|x{\n !<t>", "[], : y z|'s[", "{a: b}\n: ? a"]) read(text, "v3");
  for (const text of ["{a: b}*a? a @\n&", "{a: b}\n]? a", "[]\n? \tb:!t"]) {
    diagnosticOf("yaml-syntax", () => read(text, "v3"));
  }
  read("{}\n{k : v*a\n\t|", "v2");
});

Deno.test("go-yaml v2, which reads kustomizations, looks one token ahead, or to the end of a possible key", () => {
  for (const text of ["x: @", "b\nc: @", "- @", "] @", "--- @", "...\n@", "- |x", "? @"]) {
    read(`{a: b}\n${text}\n`, "v2");
  }
  for (const text of ["@", `"b`, "| x", "%x @", "[ @"]) {
    diagnosticOf("yaml-syntax", () => read(`{a: b}\n${text}\n`, "v2"));
  }
  read("'',\"", "v2");
});

Deno.test("a key may follow a mapping that is further right, even one that is read by lines", () => {
  for (const text of [" a: b\nc: d", " a:\n  b: c\nd: e", " openAPIV3Schema:\n  b: c\nd: e"]) {
    for (const dialect of ["v2", "v3"] as const) read(text, dialect);
  }
});
