import { assertEquals } from "@std/assert";
import { findLookups } from "./check_lookups.ts";

const SOURCE = `
const table: Record<string, number> = {};
declare const text: string;
declare const place: number;
declare const list: number[];
declare const either: "a" | "b";
declare const prefixed: \`a\${string}\`;
declare const map: Map<string, number>;
function generic<Key extends string>(key: Key): void { table[key] = 1; }
function known<Key extends "a" | "b">(key: Key): unknown { return table[key]; }
table[text];
table[prefixed];
text in table;
table["a"];
table[either];
"a" in table;
list[place];
map.get(text);
for (const name in table) table[name];
`;

Deno.test("findLookups() finds lookups by any text, read or written, and none by numbers and known keys", () => {
  const path = Deno.makeTempFileSync({ suffix: ".ts" });
  try {
    Deno.writeTextFileSync(path, SOURCE);
    assertEquals(findLookups([path]).map(({ line, text }) => `${line}: ${text}`), [
      "9: table[key]",
      "11: table[text]",
      "12: table[prefixed]",
      "13: text in table",
    ]);
  } finally {
    Deno.removeSync(path);
  }
});
