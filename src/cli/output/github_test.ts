import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { type Annotation, githubAnnotations } from "./github.ts";

const host = new MemoryHost(new MemoryFileSystem({}, "/home/runner/repo/deploy"), {
  GITHUB_WORKSPACE: "/home/runner/repo",
});

Deno.test("an annotation has its path from the root of the repository, and its texts are escaped", () => {
  const place = { source: new Source("a,b:c.yaml", "one\n two"), offset: 5 };
  const lines = githubAnnotations([
    { level: "warning", message: "w" },
    { level: "error", message: "50%\r\nof it: a,b", title: "x,y:z", place },
    { level: "notice", message: "::error::not", file: "/etc/other" },
  ], host);
  assertEquals(lines.split("\n"), [
    "::error file=deploy/a%2Cb%3Ac.yaml,line=2,col=2,title=x%2Cy%3Az::50%25%0D%0Aof it: a,b",
    "::warning::w",
    "::notice file=/etc/other::::error::not",
    "",
  ]);
});

Deno.test("the last annotation that GitHub shows counts the rest", () => {
  const annotations = Array.from({ length: 12 }, (_, index): Annotation => ({
    level: "error",
    message: `m${index}\n::error::x`,
    file: "a.yaml",
  }));
  const lines = githubAnnotations(annotations, host).trimEnd().split("\n");
  assertEquals(lines.filter((line) => line.startsWith("::error")).length, 10);
  assertEquals(lines[9], "::error::3 more of level error: see the log of this step");
  assertEquals(lines[10], "  a.yaml: error: m9 ::error::x");
  assertEquals(lines.length, 13);
  const ten = githubAnnotations(annotations.slice(0, 10), host).trimEnd().split("\n");
  assertEquals(ten.filter((line) => line.startsWith("::error file=")).length, 10);
});
