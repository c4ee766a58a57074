import { assertEquals, assertStrictEquals } from "@std/assert";
import { parse as parseWithStd } from "@std/yaml";
import { Source } from "../../diagnostics/source.ts";
import { type Alias, keyTexts, type Mapping, type Node, type Scalar, type Sequence } from "../tree/node.ts";
import { placeOf } from "../tree/place.ts";
import { checkEncoding, parseDocument, parseDocuments, readDocument } from "./parse.ts";
import { toPlain } from "../value/plain.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { errorPlace, parsed, recorded, toObjects, valueOf } from "../../testing/yaml.ts";

Deno.test("parseDocuments() accepts and rejects the same texts as go-yaml", () => {
  type Row = { name: string; in: string; error?: string; docs?: unknown[] };
  for (const row of (recorded("yaml-suite.jsonl") ?? []) as Row[]) {
    assertEquals(readAll(row.in), row.error === undefined ? row.docs : undefined, row.name);
  }
});

function readAll(text: string): unknown[] | undefined {
  try {
    return parseDocuments(new Source("suite", text)).map((node) => toObjects(toPlain(node)));
  } catch {
    return undefined;
  }
}

Deno.test("parseDocument() agrees with @std/yaml on common texts", () => {
  const text = `
# a comment
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web, "tier": 'front'}}   # flow
spec:
    replicas: 3 #three
    template:
        containers:
        -   name: web
            args: ["--port", '8080', plain text]
            env:
              - {name: A, value: "x\\ty"}
            command:
            - sh
            - -c
            - |
              echo "a: b"   # no comment
                indented

              end
        notes: >-
            folded
            text

            next
        several lines
            of: value
        quoted: "over
          two lines"
        plain: over

          three
    empty:
    list: []
`.replace("        several lines\n            of: value\n", "");
  assertEquals(valueOf(text), parseWithStd(text));
});

Deno.test("a mapping may start with any simple key, and means the same if the key is in quotes", () => {
  const values = [
    "v",
    "'q'",
    "{k: v}",
    "[i]",
    "|\n      t",
    "two\n      lines",
    "",
    "\n      inner: v",
    "&a v",
    "v # c",
  ];
  for (const value of values) {
    const texts = [
      "KEY: VALUE\nb: w\n",
      "- KEY: VALUE\n  b: w\n",
      "o:\n  KEY: VALUE\n",
      "o: &x\n  KEY: VALUE\n  b: w\n",
      "b: w\nKEY: VALUE\n",
    ]
      .map((text) => text.replace("VALUE", value));
    for (const text of texts) {
      for (const key of ["a/b.c", "a:b"]) {
        const [plain, quoted] = [key, `"${key}"`].map((key) => valueOf(text.replace("KEY", key)));
        assertEquals(plain, quoted, text);
      }
    }
  }
});

Deno.test("in brackets, what starts no value is told from a block list", () => {
  const message = (text: string) => diagnosticOf("yaml-syntax", () => parsed(text)).message;
  assertEquals(message("[- a]"), 'a block list ("- …") is not allowed inside brackets');
  assertEquals(message("[}]"), 'expected a value, found "}"');
});

Deno.test("nodes know their style, tag, anchor and place", () => {
  const root = parsed('a: &x !!str 12\nb: [*x, "q"]\nc: {d: |\n  t\n}'.replace("{d: |\n  t\n}", "'s'")) as Mapping;
  const a = root.get("a") as Scalar;
  assertEquals([a.value, a.tag, a.anchor, a.style], ["12", "!!str", "x", "plain"]);
  const b = root.get("b") as Sequence;
  assertEquals(b.flow, true);
  assertStrictEquals((b.items[0] as Alias).target, a);
  assertEquals((b.items[1] as Scalar).style, "double");
  assertEquals((root.get("c") as Scalar).style, "single");
  assertEquals(lineAndColumn(b.items[1]!), "2:9");
  assertEquals(lineAndColumn(a), "1:13");
  assertEquals(lineAndColumn(root.entries[2]!.key), "3:1");
});

function lineAndColumn(node: Node): string {
  const { source, offset } = placeOf(node)!;
  const { line, column } = source.position(offset);
  return `${line}:${column}`;
}

Deno.test("properties belong to the key on their line, otherwise to the whole node", () => {
  const root = parsed("&whole\n&key a: &value\n  b: c") as Mapping;
  assertEquals([root.anchor, root.entries[0]!.key.anchor, root.get("a")!.anchor], ["whole", "key", "value"]);
  assertEquals((parsed("- &a\n  !t\n  - x") as Sequence).items[0]!.tag, "!t");
});

Deno.test("parseDocument() reads only the first document, parseDocuments() all", () => {
  const source = new Source("r.yaml", "\ufeffa\n---\n# nothing\n---\nb\n...\n%TAG !e! tag:e,\n---\n!e!t c\n");
  assertEquals((parseDocument(source) as Scalar).value, "a");
  assertEquals(parseDocuments(source).map((node) => [(node as Scalar).value, node.tag]), [
    ["a", ""],
    ["", ""],
    ["b", ""],
    ["c", "tag:e,t"],
  ]);
  assertEquals(parseDocument(new Source("r.yaml", "# only this\n")), undefined);
  diagnosticOf("yaml-syntax", () => parseDocuments(new Source("r.yaml", "a\n...\nb")));
});

Deno.test("after two byte order marks lines begin with their second character", () => {
  assertEquals(valueOf("\ufeff\ufeffa: x\nxb: [1,\nx2]\n\n\nxc: |\n  text\n"), { a: "x", b: [1, 2], c: "text\n" });
  // Near the end of the text it has forgotten the mark.
  assertEquals([valueOf("\ufeff\ufeff[1,\n2]"), valueOf("\ufeff\ufeff- a\nx-")], [[1], ["a", null]]);
  assertEquals(keyTexts(parsed("\ufeff\ufeffxa: 1\nx")), ["xa"]);
  const long = "y".repeat(1000);
  assertEquals(valueOf(`\ufeff\ufeff{a: ${long}}\n`), { a: long });
});

Deno.test("nodes of a part of a text have their places in the whole", () => {
  const text = "skip\na: 1\nrest: [";
  const root = parseDocument(new Source("r.yaml", text), { start: 5, end: 10 }) as Mapping;
  assertEquals(lineAndColumn(root.get("a")!), "2:4");
});

Deno.test("lines end at the line breaks of all systems, and at NEL, LS and PS", () => {
  assertEquals(valueOf("a: |\r\n  x\r\n  y\r\nb: 1"), { a: "x\ny\n", b: 1 });
  assertEquals(valueOf("a: 1\rb: 2\x85c: 3\u2028d: 4"), { a: 1, b: 2, c: 3, d: 4 });
  assertEquals(valueOf("a: x\u2028 y\n"), { a: "x\u2028y" });
  assertEquals(valueOf('"a\r\r\nb"'), "a\nb");
  // kyaml replaces each CRLF first.
  assertEquals((parsed('"a\r\r\nb"', { dialect: "v3" }) as Scalar).value, "a b");
});

Deno.test("tabs are blanks within a line but not indentation, except in v3 before comments below a comment", () => {
  assertEquals(valueOf("a:\t1\t# x\nb: [1,\n\t2]"), { a: 1, b: [1, 2] });
  assertEquals(errorPlace("# x\n\t# y\na: 1"), "2:1");
  const resource = parseDocument(new Source("r.yaml", "# x\n\t# y\na: 1"), { dialect: "v3" });
  assertEquals(keyTexts(resource), ["a"]);
  const readsOn = (text: string) => {
    try {
      return parseDocument(new Source("r.yaml", text), { dialect: "v3" }) !== undefined;
    } catch {
      return false;
    }
  };
  const apart = (spaces: number) => `# x\n${" ".repeat(spaces)}\t# y\na: 1`;
  assertEquals([apart(509), apart(510), "a: 1 # x\n\t# y\n", "1 #\n\t#"].map(readsOn), [true, false, false, false]);
  assertEquals(errorPlace("a: 'x'\n\t# y\n"), "2:1");
  assertEquals(errorPlace("a:\n\tb: 1"), "2:1");
  assertEquals(errorPlace("a: |\n\tb"), "2:1");
  assertEquals(errorPlace("a: b\n\tc"), "2:1");
});

Deno.test("a key ends on its own line, within 1024 characters", () => {
  assertEquals(valueOf(`${"k".repeat(1024)}: 1`), { ["k".repeat(1024)]: 1 });
  assertEquals(valueOf(`${"🚀".repeat(1024)}: 1`), { ["🚀".repeat(1024)]: 1 });
  assertEquals(errorPlace(`${"k".repeat(1025)}: 1`), "1:1026");
  assertEquals(valueOf(`{"${"k".repeat(1022)}": 1}`), { ["k".repeat(1022)]: 1 });
  assertEquals(errorPlace(`{"${"k".repeat(1023)}": 1}`), "1:1027");
  assertEquals(errorPlace(`{"${"k".repeat(5000)}": 1}`), "1:5004");
  assertEquals(errorPlace("{a\n: 1}"), "2:1");
  assertEquals(errorPlace("a: 1\nb\nc: 2"), "2:1");
});

Deno.test("escapes may be as large as Unicode allows, in texts and tags", () => {
  assertEquals(valueOf('a: "\\0\\uD7FF\\uE000\\U0010FFFF"'), { a: "\0\ud7ff\ue000\u{10ffff}" });
  assertEquals((parsed("!e%7f%c2%80%e0%a4%85%f0%9f%98%80 a") as Scalar).tag, "!e\x7f\x80\u0905\u{1f600}");
  assertEquals((parsed("!e%09%40 a") as Scalar).tag, "!e\t@");
});

Deno.test("lines with less indentation that are blank belong to a text", () => {
  assertEquals(valueOf("a: |-\n  x\n \n  y\nb: 1"), { a: "x\n\ny", b: 1 });
  assertEquals([valueOf("|\n# c\n"), valueOf("a: |\n# c\nb: 1")], ["", { a: "", b: 1 }]);
  assertEquals(valueOf("a: >-\n  x\n \n  y\nb: 1"), { a: "x\ny", b: 1 });
  assertEquals(valueOf("a\n ~\n~\n"), "a ~ ~");
  assertEquals(valueOf("[\n? a\n \\\nb : c\n]"), [{ "a \\ b": "c" }]);
});

Deno.test("go-yaml's quirks are reproduced", () => {
  // A block scalar may be in the column of its key; `[?` loses the next character.
  assertEquals(valueOf("a:\n|\n x\nb: 1"), { a: "x\n", b: 1 });
  assertEquals(toPlain((parsed("[? , , a]") as Sequence).items[1]!), "a");
  assertEquals(valueOf("a: ! 12"), { a: 12 });
  // Outside of brackets a colon needs a blank after it, and what follows the document may be anything.
  assertEquals([valueOf('"a":b'), valueOf('{"a":b}')], ["a", { a: "b" }]);
  assertEquals(valueOf("!\t a\n"), "a");
  assertEquals(valueOf('\na:"\n'), 'a:"');
});

Deno.test("syntax errors point at their place", () => {
  const places = {
    "a: b: c": "1:5",
    "a: !e%4 b": "1:6",
    "a: !e%4g b": "1:6",
    "a: !e%g4 b": "1:6",
    "a: !e%c3%2 b": "1:6",
    "a: !e%c3-a4 b": "1:6",
    "a: !e%ff b": "1:6",
    "a: - b": "1:4",
    "a: [1, 2": "1:4",
    "a: {b: [}": "1:9",
    "a: [1 2, 'x' y]": "1:14",
    "a: [- b]": "1:5",
    "a: 'x": "1:4",
    'a: "\\q"': "1:5",
    'a: "\\x4"': "1:7",
    'a: "\\ud800"': "1:5",
    "a: 1\n  b: 2": "2:4",
    "a:\n  - 1\n  b: 2": "3:3",
    "- a\nb: 1": "2:1",
    "a: @x": "1:4",
    "a: |x\n  b": "1:5",
    "a: |0\n  b": "1:5",
    "a: &a &b c": "1:7",
    "a: !!str !!int c": "1:10",
    "a: &  c": "1:5",
    "a: &y 1\nb: &x *y": "2:7",
    "a: !x!y z": "1:4",
    "a: !<x z": "1:7",
    "a: !<> z": "1:6",
    "a: !%ZZ z": "1:5",
    "a: !%ff z": "1:5",
    "%YAML 1.2\n---\na": "1:1",
    "%YAML x\n---\na": "1:7",
    "%FOO\n---\na": "1:1",
    "%TAG ! !\n%TAG ! !\n---\na": "2:1",
    "%TAG x y\n---\na": "1:6",
    "%TAG !x y\n---\na": "1:6",
    "%TAG !x!\n---\na": "1:6",
    "%YAML 1.1 x\n---\na": "1:11",
    "...\na": "1:1",
    "a: b\x07": "1:5",
    'a: "b\n---\n"': "2:1",
    ": a": "1:1",
    "a: 1\n: 2": "2:1",
    "? a\n  : b": "2:3",
    "&a\n&b\n&c\nd": "2:1",
    "&a - b": "1:4",
    "%YAML 1.1\n": "1:1",
    "%TAG !x! \n---\na": "1:6",
    "a: [b": "1:4",
    "a: [b, &x": "1:4",
    "a: &y 1\nb: {c: &x *y}": "2:8",
    "a: !!str\n  !!int b": "2:3",
    "!!str\n!!int\n- a": "2:1",
    "a: !x!": "1:7",
    "a:\n    - b\n  - c": "3:3",
    "a: b\n- c": "2:1",
    "a: !%C3%28 z": "1:5",
    "!t &x\\/": "1:6",
    "a: *x\\": "1:6",
    "a: &x% b": "1:6",
    "# c\r0\na:\n": "2:2",
    "a: !%20\\\n": "1:8",
    "'a\n: b\n": "1:1",
    'a: "\\uDFFF"': "1:5",
    'a: "\\U00110000"': "1:5",
    "? a\n: |\n  b\n\t#": "4:1",
    "a:  #\n\n\t# b\nc: 1": "3:1",
    "- - \rx": "1:6",
    "[:x": "1:2",
    "a: E4:\n4:\n": "1:6",
    "a: {,}": "1:5",
    "?\n-\n:\t-\n": "3:2",
    "a:\r\nb9\r\n\n": "2:1",
    "? a\n? c:\nb\nc:\n": "3:1",
    "%YAML    1.1\n--\r-\n": "1:1",
    "a: 2b90\n!1\n\t_0<x> ": "2:1",
    "[ a, b, c, ,\n ]": "1:12",
  };
  for (const [text, place] of Object.entries(places)) assertEquals([text, errorPlace(text)], [text, place]);
});

Deno.test("other errors have their own codes", () => {
  const alias = diagnosticOf("unknown-anchor", () => parsed("a: *b"));
  assertEquals(alias.place!.offset, 3);
  const duplicate = diagnosticOf("duplicate-key", () => parsed("a: 1\nb: {c: 1, c: 2}"));
  assertEquals([duplicate.place!.offset, duplicate.notes![0]!.place!.offset], [15, 9]);
  const keys = Array.from({ length: 20 }, (_, i) => `k${i}: ${i}\n`).join("");
  assertEquals(diagnosticOf("duplicate-key", () => parsed(keys + "k3: x")).place!.offset, keys.length);
  assertEquals((parsed("a: 1\na: 2", { uniqueKeys: false }) as Mapping).entries.length, 2);
});

Deno.test("nesting is limited as in go-yaml, not by the engine's stack", () => {
  for (const part of ["[", "{a: ", "- ", "? "]) {
    const { message } = diagnosticOf("yaml-syntax", () => parsed(part.repeat(100_000)));
    assertEquals(message, "collections are nested more than 10000 levels deep");
  }
  const lines = Array.from({ length: 10_000 }, (_, i) => " ".repeat(i) + "a:").join("\n");
  assertEquals((parsed(lines) as Mapping).kind, "mapping");
  // A list in the column of its key does not count.
  assertEquals((parsed(`${lines}\n${" ".repeat(9_999)}- x`) as Mapping).kind, "mapping");
  diagnosticOf("yaml-syntax", () => parsed(`${lines}\n${" ".repeat(10_000)}- x`));
});

Deno.test("brackets are nested up to 10,000 levels deep", () => {
  const nested = (depth: number) => parsed("[".repeat(depth) + "]".repeat(depth));
  assertEquals((nested(10_000) as Sequence).flow, true);
  diagnosticOf("yaml-syntax", () => nested(10_001));
});

Deno.test("long runs take time proportional to their length", () => {
  const long = 2_000_000;
  assertEquals((parsed("a: " + "x".repeat(long)) as Mapping).entries.length, 1);
  assertEquals(((parsed(`a: "${"\\n".repeat(long)}"`) as Mapping).get("a") as Scalar).value.length, long);
  assertEquals((parsed("a: |\n  x" + "\n".repeat(long)) as Mapping).entries.length, 1);
  assertEquals((parsed("a: x" + "\n".repeat(long) + "b: y") as Mapping).entries.length, 2);
});

Deno.test("readDocument() reports aliases, and comments after a block scalar at the end", () => {
  const read = (text: string) => readDocument(new Source("r.yaml", text))!;
  assertEquals(read("a: 1 & 2 * 3").hasAliases, false);
  assertEquals(read("a: &x 1").hasAliases, true);
  assertEquals(read("a: {<<: {b: 1}}").hasAliases, true);
  assertEquals(read("a: |+\n  x\n\n# end\n").commentedEnd?.value, "x\n\n");
  assertEquals(read("a:\n  b: |+\n   x\n\n  # one\n # another\n").commentedEnd, undefined);
  assertEquals(read("a: |+\n  x\n\n# end\nb: 1").commentedEnd, undefined);
});

Deno.test("blanks after the end of a document, before another, are no document", () => {
  for (const text of ["a: b\n... \t", "--- a\n...\n...\t", "a:\n...\n...\n"]) {
    assertEquals(parseDocuments(new Source("r.yaml", text)).length, 1, text);
  }
});

Deno.test("properties of one node may be on two lines", () => {
  for (const text of ["!t\n&a x", "&a\n!t x"]) {
    const { tag, anchor, value } = parsed(text) as Scalar;
    assertEquals([tag, anchor, value], ["!t", "a", "x"]);
  }
});

Deno.test("a tab may continue text at the root after a line separator", () => {
  assertEquals(valueOf("a\u2028\tb"), "a\u2028b");
});

Deno.test("syntax errors say what is wrong with an escape", () => {
  const messages = ["!e%80 x", "!e%4 x", "!e%g4 x", "!e%c3-a4 x", "!e%ff%41%41%41 x", '"\\q"', '"\\'].map((text) =>
    diagnosticOf("yaml-syntax", () => parsed(text)).message
  );
  const incomplete = "an escaped character of a tag is incomplete";
  assertEquals(messages, [
    incomplete,
    incomplete,
    incomplete,
    incomplete,
    "an escaped character of a tag is not UTF-8",
    "invalid escape sequence \\q",
    "invalid escape sequence \\",
  ]);
});

Deno.test("syntax errors say what cannot be where", () => {
  const messages: [string, string][] = [
    ["a: - b", '"-" cannot start a list here'],
    ["a: ? b", '"?" cannot start a key here'],
    ["!t - b", '"-" cannot start a list here'],
    ["!t ? b", '"?" cannot start a key here'],
    ["a: : b", "a mapping value is not allowed here"],
    ["a: @x", 'no value can start with "@": put the string in quotes'],
    ["a: `x", 'no value can start with "`": put the string in quotes'],
    ["a:\n\tb: 1", "a tab cannot be used for indentation: use spaces"],
    ["[a", 'this "[" is not closed'],
    ["{a", 'this "{" is not closed'],
    ["['a' 'b']", 'expected "," or "]" here'],
    ["{a: 'b' 'c'}", 'expected "," or "}" here'],
  ];
  for (const [text, message] of messages) {
    assertEquals([text, diagnosticOf("yaml-syntax", () => parsed(text)).message], [text, message]);
  }
});

Deno.test("bytes that are not UTF-8 are refused only in the part that is read", () => {
  const source = new Source("r.yaml", "a: 1", { isUtf16: false, fault: { offset: 2, message: "not UTF-8" } });
  const refused = ([start, end]: [number, number]): boolean => {
    try {
      checkEncoding(source, start, end);
      return false;
    } catch {
      return true;
    }
  };
  const parts: [number, number][] = [[0, 1], [0, 3], [2, 4], [3, 4]];
  assertEquals(parts.map(refused), [false, true, true, false]);
});
