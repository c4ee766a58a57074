import { assertEquals } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { diagnosticOf, lineOf } from "../testing/diagnostics.ts";
import { print } from "../yaml/write/print.ts";
import { jsonToNode } from "./nodes.ts";
import { parseJson } from "./text.ts";

function parses(text: string, strictFrom: number): boolean {
  try {
    parseJson(new Source("a.json", text), { strictFrom });
    return true;
  } catch (error) {
    if (error instanceof KustError) return false;
    throw error;
  }
}

Deno.test("parseJson() rejects repeated keys and half surrogate pairs from a depth on", () => {
  const firstAccepted: [text: string, strictFrom: number][] = [
    ['{"a":1,"b":2,"a":3}', 1],
    ['{"a":1,"\\u0061":2}', 1],
    ['{"a":{"b":1,"b":2}}', 2],
    ['{"c":1,"a":{"b":1,"c":2,"b":3}}', 2],
    ['[{"b":1,"b":2}]', 2],
    ['[1,{"c":[{"b":1,"b":2}]}]', 4],
    ['{"b":1,"a":{"b":1}}', 0],
    ['[{"a":1},{"a":1}]', 0],
    ['{"a":{},"b":[],"a":1}', 1],
    ['{"a":"\\ud800"}', 1],
    ['{"\\ud800":1}', 1],
    ['{"x":1,"\\ud800":1}', 1],
    ['[[1,"\\ud800"]]', 2],
    ['["\\ud83d\\ude80"]', 0],
    ['["\\"a"]', 0],
    ['"\\ud800"', 0],
  ];
  for (const [text, first] of firstAccepted) {
    assertEquals([0, 1, 2, 3, 4, 5].find((strictFrom) => parses(text, strictFrom)), first, text);
  }
});

Deno.test("parseJson() points at a repeated key, and at the first", () => {
  const source = new Source("a.json", '{"a":1,\n "b":{},\n "a":2}');
  const diagnostic = diagnosticOf("duplicate-key", () => parseJson(source, { strictFrom: 0 }));
  const [note] = diagnostic.notes ?? [];
  assertEquals([lineOf(diagnostic), source.position(note!.place!.offset)], ["a.json:3:2", { line: 1, column: 2 }]);
  assertEquals(print(jsonToNode(parseJson(source))), "a: 2\nb: {}\n");
});

Deno.test("parseJson() takes blanks between tokens, and none that JSON lacks", () => {
  assertEquals(
    print(jsonToNode(parseJson(new Source("a.json", ' \t\n\r[ 1 , { "a" : -0.5e+1 } ] \n')))),
    "- 1\n- a: -5\n",
  );
  for (
    const text of ["", "[01]", "[+1]", "[1.]", "[\u00a01]", "[\v1]", '["\t"]', '["\\', "[tru]", "{1:2}", "[1,]", "[}"]
  ) {
    assertEquals(parses(text, Infinity), false, text);
  }
});
