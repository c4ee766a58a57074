import { assertEquals } from "@std/assert";
import type { Code } from "./code.ts";
import { tellMistake } from "./mistakes.ts";
import { Source } from "./source.ts";

/**
 * `line:column message` of the mistake that explains an error in a line, which is the one with `!` at its end; undefined
 * if there is none.
 */
function mistake(code: Code, text: string, message = "m", hint?: string): string | undefined {
  const at = text.indexOf("!");
  const source = new Source("r.yaml", text.replace("!", ""));
  const error = {
    code,
    message,
    place: { source, offset: Math.max(0, at - 1) },
    ...hint === undefined ? {} : { hint },
  };
  const told = tellMistake(error);
  if (told.hint === hint) return undefined;
  const { line, column } = source.position(told.place!.offset);
  return `${line}:${column} ${told.message.split(",")[0]}`;
}

Deno.test("tellMistake() finds the second object of a file", () => {
  const first = "apiVersion: v1\nkind: A\nmetadata: {name: a}\n";
  const second = "a second object begins here";
  assertEquals(mistake("duplicate-key", `${first}apiVersion: v1!\nkind: B\nmetadata: {name: b}\n`), `4:1 ${second}`);
  assertEquals(
    mistake("duplicate-key", `${first}kind: B!\nmetadata: {name: b}\napiVersion: v1\n---\nx: y\n`),
    `4:1 ${second}`,
  );
  assertEquals(mistake("duplicate-key", `${first}kind: B!\nmetadata: {name: b}\n`), undefined);
  assertEquals(mistake("duplicate-key", `${first}kind: B!\n---\n${first}`), undefined);
  assertEquals(mistake("duplicate-key", `${first}metadata: {}!\napiVersion: v1\nkind: B\n`), undefined);
  assertEquals(mistake("missing-kind", `${first}apiVersion: v1!\nkind: B\nmetadata: {name: b}\n`), undefined);
  for (const dashes of ["--", "----"]) {
    assertEquals(mistake("yaml-syntax", `a: b\n${dashes}!\nc: d\n`), `2:1 '${dashes}' does not separate documents`);
    assertEquals(mistake("yaml-syntax", `a: b\n${dashes}\nc: d!\n`), `2:1 '${dashes}' does not separate documents`);
  }
  assertEquals(mistake("yaml-syntax", "a: b!\n--\nc: d\n"), undefined);
  assertEquals(mistake("yaml-syntax", "a:\n-!\nc: d\n"), undefined);
});

Deno.test("tellMistake() finds an item that is indented more than the one above it", () => {
  const deeper = "this list item is indented more than the one above it";
  assertEquals(mistake("yaml-syntax", "- a: b\n  - c: d!\n"), `2:3 ${deeper}`);
  assertEquals(mistake("not-found", "x:\n  - a!\n    - b\n"), `3:5 ${deeper}`);
  for (
    const text of ["- a:\n  - b!\n", "- [\n  - b!\n", "- {\n  - b!\n", "- a,\n  - b!\n", "- |\n  - b!\n", "- a\n- b!\n"]
  ) {
    assertEquals(mistake("yaml-syntax", text), undefined, text);
  }
  assertEquals(mistake("not-found", "- a: b!\n  - c\n"), undefined);
  assertEquals(mistake("not-found", "- a!\n  --- c\n"), undefined);
});

Deno.test("tellMistake() finds missing spaces and dashes", () => {
  assertEquals(mistake("wrong-type", "a:b!\n"), "1:2 a space is missing after 'a:'");
  assertEquals(mistake("missing-name", "- a:b!\n"), "1:4 a space is missing after 'a:'");
  assertEquals(mistake("yaml-syntax", "a:b\nc: d!\n", "a mapping value"), "1:2 a space is missing after 'a:'");
  assertEquals(mistake("yaml-syntax", "a:b\nc: d!\n"), undefined);
  assertEquals(mistake("wrong-type", "a:b!\n", "m", "h"), undefined);
  assertEquals(mistake("missing-name", "a:b!\n", "m", "h"), "1:2 a space is missing after 'a:'");
  assertEquals(mistake("not-found", "a:b!\n"), undefined);
  for (const text of ["a://b!\n", "a:\\b!\n", "a:b:c!\n", "1:b!\n"]) {
    assertEquals(mistake("wrong-type", text), undefined);
  }
  assertEquals(mistake("yaml-syntax", "  -a!\n"), "1:3 a space is missing after '-'");
  assertEquals(mistake("wrong-type", "-a!\n"), "1:1 a space is missing after '-'");
  assertEquals(mistake("missing-kind", "-a!\n"), undefined);
  for (const text of ["-1!\n", "-.5!\n", "--a!\n", "- a!\n"]) {
    assertEquals(mistake("wrong-type", text), undefined, text);
  }
  const dash = "'resources' must be a list";
  for (const found of ["a mapping", "the string 'a'"]) {
    assertEquals(mistake("wrong-type", "a: b!\n", `${dash}, found ${found}`), `1:4 ${dash}`);
  }
  assertEquals(mistake("wrong-type", "a: b!\n", `${dash}, found the number 1`), undefined);
  assertEquals(mistake("wrong-type", "a: b!\n", `${dash}, found a mapping`, "h"), undefined);
  assertEquals(mistake("missing-kind", "a: b!\n", `${dash}, found a mapping`), undefined);
});

Deno.test("tellMistake() finds text that is not YAML", () => {
  const conflict = "a merge conflict was left in this file";
  assertEquals(mistake("yaml-syntax", "<<<<<<< HEAD\na: b\nx!\n"), `1:1 ${conflict}`);
  assertEquals(mistake("yaml-syntax", "a: b!\n=======\n"), `2:1 ${conflict}`);
  assertEquals(mistake("yaml-syntax", "=======\na: b!\nc: d\n"), `1:1 ${conflict}`);
  assertEquals(mistake("yaml-syntax", "=======\nx: y\na: b!\nc: d\n"), undefined);
  assertEquals(mistake("out-of-root" as Code, "<<<<<<< HEAD!\n"), undefined);
  const template = "{{ }} is a template";
  assertEquals(mistake("wrong-type", "a: {{ .Values.b }}!\n"), `1:4 ${template}`);
  assertEquals(mistake("wrong-type", "a: b!\nc: {{ .Values.b }}\n"), undefined);
  assertEquals(mistake("yaml-syntax", "a: b!\n\n\nc: {{ if x }}\n"), `4:4 ${template}`);
  assertEquals(mistake("yaml-syntax", "{% if x %}!\n"), "1:1 {% %} is a template");
  const space = "(U+00A0) is not a space to YAML";
  assertEquals(mistake("yaml-syntax", "a:\n\u00a0b: c!\n"), `2:1 a no-break space ${space}`);
  assertEquals(mistake("yaml-syntax", "a:\n\u00a0b: c\nd: e\nf: g!\n"), `2:1 a no-break space ${space}`);
  assertEquals(mistake("yaml-syntax", "\u00a0b: c!\n"), `1:1 a no-break space ${space}`);
  const mark = "a zero width no-break space (U+FEFF) is not a space to YAML";
  assertEquals(mistake("yaml-syntax", "\ufeffb: c!\n"), undefined);
  assertEquals(mistake("yaml-syntax", "b:\ufeffc!\n"), `1:3 ${mark}`);
  assertEquals(mistake("yaml-syntax", "a:\n\ufeffb: c!\n"), `2:1 ${mark}`);
  assertEquals(mistake("wrong-type", "a:\n\u00a0b: c\nd: e\nf: g!\n"), undefined);
  assertEquals(mistake("wrong-type", `${"a".repeat(1001)}:\u00a0b!\n`), undefined);
});
