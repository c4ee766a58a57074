import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { glob, globMatches, parseGlob } from "./glob.ts";
import { MemoryFileSystem } from "./file_systems/memory_file_system.ts";

function matches(pattern: string, name: string): boolean {
  return globMatches(parseGlob(pattern), name);
}

Deno.test("globMatches() treats stars, question marks, classes and escapes like Go", () => {
  const cases: [pattern: string, name: string, expected: boolean][] = [
    ["abc", "abc", true],
    ["*", "abc", true],
    ["*c", "abc", true],
    ["a*", "a", true],
    ["a*", "ab/c", false],
    ["a*/b", "abc/b", true],
    ["a*b*c*d*e*/f", "axbxcxdxe/f", true],
    ["a*b*c*d*e*/f", "axbxcxdxe/xxx/f", false],
    ["a*b?c*x", "abxbbxdbxebxczzy", false],
    ["ab[c]", "abc", true],
    ["ab[e-g]", "abc", false],
    ["ab[^b-d]", "abe", true],
    ["a\\*b", "ab", false],
    ["a\\*b", "a*b", true],
    ["a?b", "a☺b", true],
    ["a?b", "a/b", false],
    ["a[^x]b", "a/b", true],
    ["[\\]a]", "]", true],
    ["[a-ζ]*", "α", true],
    ["*x", "xxx", true],
    ["", "", true],
    ["", "a", false],
  ];
  for (const [pattern, name, expected] of cases) assertEquals(matches(pattern, name), expected, `${pattern} ${name}`);
});

Deno.test("globMatches() takes at most quadratic time with many stars", () => {
  assertEquals(matches("*a".repeat(50) + "b", "a".repeat(5000)), false);
});

Deno.test("parseGlob() rejects malformed patterns", () => {
  for (const pattern of ["[", "[]a]", "[-]", "[x-]", "[^", "[a", "a\\", "[a-", "[]"]) {
    const error = assertThrows(() => parseGlob(pattern), KustError);
    assertEquals(error.diagnostic.code, "invalid-pattern", pattern);
  }
});

Deno.test("glob() lists existing files, without hidden ones unless the pattern requests them", () => {
  const files = new MemoryFileSystem({
    "/w/a.yaml": "",
    "/w/b.yaml": "",
    "/w/.hidden.yaml": "",
    "/w/sub/c.yaml": "",
    "/w/sub2/c.yaml": "",
  }, "/w");
  assertEquals(glob(files, "*.yaml"), ["a.yaml", "b.yaml"]);
  assertEquals(glob(files, "./*.yaml"), ["a.yaml", "b.yaml"]);
  assertEquals(glob(files, "./a.yaml"), ["./a.yaml"]);
  assertEquals(glob(files, ".*.yaml"), [".hidden.yaml"]);
  assertEquals(glob(files, "s*/*.yaml"), ["sub/c.yaml", "sub2/c.yaml"]);
  assertEquals(glob(files, "/w/sub*"), ["/w/sub", "/w/sub2"]);
  assertEquals(glob(files, "/w*"), ["/w"]);
  assertEquals(glob(files, "sub/"), ["sub/"]);
  assertEquals(glob(files, "no*"), []);
  assertEquals(glob(files, "gone.yaml"), []);
  assertEquals(glob(files, ""), []);
});
