import { assertEquals, assertThrows } from "@std/assert";
import { decodeSource } from "../diagnostics/decode_source.ts";
import { KustError } from "../diagnostics/diagnostic.ts";
import type { GeneratorArgs } from "../kustomization/types.ts";
import { fileKeyAndPath, keyValues } from "./key_values.ts";
import { encodeUtf8 } from "../text/bytes/utf8.ts";

interface Sources {
  literals?: string[];
  files?: string[];
  envs?: string[];
}

function pairs(sources: Sources, content: Record<string, string | Uint8Array> = {}) {
  const texts = (values: string[] = []) => values.map((value) => ({ value }));
  const args: GeneratorArgs = {
    name: "c",
    namespace: "",
    behavior: "",
    literals: texts(sources.literals),
    files: texts(sources.files),
    envs: texts(sources.envs),
  };
  const bytes = (path: string) => {
    const found = content[path] ?? "";
    return typeof found === "string" ? encodeUtf8(found) : found;
  };
  return Object.fromEntries(keyValues(args, { bytes, text: (path) => decodeSource(path, bytes(path)) }));
}

function codeOf(work: () => void): string {
  return assertThrows(work, KustError).diagnostic.code;
}

Deno.test("keyValues() splits literals at the first '=' and drops one pair of quotes", () => {
  assertEquals(pairs({ literals: ["a=b=c", "q='x'", 'd="y"', "m='z\"", "e=", "s='"] }), {
    a: "b=c",
    q: "x",
    d: "y",
    m: "'z\"",
    e: "",
    s: "'",
  });
  assertEquals(codeOf(() => pairs({ literals: ["novalue"] })), "invalid-literal");
  assertEquals(codeOf(() => pairs({ literals: ["=x"] })), "invalid-literal");
});

Deno.test("keyValues() reads env files as kustomize does", () => {
  const file = "\uFEFF  A=1\n# no\n\nB\nexport C=x\nD = y \r\n=lost\nE=\tz=w\n";
  assertEquals(pairs({ envs: ["f"] }, { f: file }), { A: "1", B: "", "export C": "x", "D ": " y ", E: "\tz=w" });
  assertEquals(pairs({ envs: ["f"] }, { f: "\nA=1\n\nB=2" }), { A: "1", B: "2" });
});

Deno.test("keyValues() silently ends an env file at a line of 64 KB, as kustomize's reader does", () => {
  const fits = `A=${"x".repeat(65533)}\nB=1\n`;
  assertEquals(Object.keys(pairs({ envs: ["f"] }, { f: fits })), ["A", "B"]);
  const tooLong = `A=1\nB=${"x".repeat(65534)}\nC=1\n`;
  assertEquals(Object.keys(pairs({ envs: ["f"] }, { f: tooLong })), ["A"]);
});

Deno.test("keyValues() returns the text of a file if it is UTF-8, otherwise the bytes", () => {
  const binary = Uint8Array.of(0xff, 0x00);
  assertEquals(pairs({ files: ["dir/a.txt", "k=b"] }, { "dir/a.txt": "text", b: binary }), {
    "a.txt": "text",
    k: binary,
  });
});

Deno.test("keyValues() rejects repeated keys from any sources", () => {
  assertEquals(codeOf(() => pairs({ literals: ["a=1"], envs: ["f"] }, { f: "a=2" })), "duplicate-key");
});

Deno.test("keyValues() points at the line of an env file, and hides it", () => {
  const pointed = (f: string | Uint8Array) => {
    const { diagnostic } = assertThrows(() => pairs({ envs: ["f"] }, { f }), KustError);
    const { code, place, hidesLine } = diagnostic;
    return [code, place?.source.name, place?.source.position(place.offset).line, hidesLine];
  };
  assertEquals(pointed("a=1\n\r\na=2\n"), ["duplicate-key", "f", 3, true]);
  assertEquals(pointed(Uint8Array.of(0x41, 0x0a, 0x42, 0x3d, 0xff)), ["invalid-utf8", "f", 2, true]);
});

Deno.test("fileKeyAndPath() defaults the key to the last part of the path, and rejects malformed texts", () => {
  assertEquals(fileKeyAndPath({ value: "a/b.txt" }), ["b.txt", "a/b.txt"]);
  assertEquals(fileKeyAndPath({ value: "k=a/b.txt" }), ["k", "a/b.txt"]);
  assertEquals(fileKeyAndPath({ value: "a/b/" }), ["b", "a/b/"]);
  for (const value of ["=a", "k=", "k=a=b"]) {
    assertEquals(codeOf(() => fileKeyAndPath({ value })), "invalid-file-source", value);
  }
});
