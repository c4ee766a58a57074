import { assertEquals, assertThrows } from "@std/assert";
import { linkChunk } from "./link_chunk.ts";

const TEXT = `\
import {
  a as b,
  $c
} from "./chunk-CORE.js";
import "./chunk-REST.js";
import * as d from "node:fs";
import e from "node:process";
import { open as f } from "node:fs";

// src/x.ts
var g = \`import("./x.js")\`.length;
var h = () => import("./diff-ABC.js");
export {
  g as $i,
  h
};
`;

const link = (text: string, importCount: number) =>
  linkChunk({ name: "chunk.js", text, imports: [], importCount }, (name) => `part(${name})`, (name) => `load(${name})`);

Deno.test("imports and exports of a chunk become expressions", () => {
  const text = TEXT.replace(/^.*\.length;\n/m, "var g = 1;\n");
  assertEquals(link(text, 6), {
    body: `\
const {
  a: b,
  $c
} = part(chunk-CORE.js);
const d = require("node:fs");
const e = require("node:process");
const { open: f } = require("node:fs");

// src/x.ts
var g = 1;
var h = () => load(diff-ABC.js);
`,
    exports: "{\n  $i: g,\n  h\n}",
  });
});

Deno.test("a text that looks like an import is not linked", () => {
  assertThrows(() => link(TEXT, 6), Error, "chunk.js has 6 imports, and 7 were linked");
});

Deno.test("a chunk without imports and exports stays as it is", () => {
  assertEquals(link("var a;\n", 0), { body: "var a;\n", exports: "{}" });
});
