import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { affectedText } from "./report.ts";

Deno.test("affectedText() with `why` has the field of each text that led to a change, if it has one", () => {
  const place = { source: new Source("a/x.yaml", "a: b\n"), offset: 3 };
  const chain = [{ place, field: "" }, { place, field: "/resources/0" }];
  const targets = [{ path: "a", state: "changed" as const, causes: [{ path: "/w/a/y", chain }] }];
  const host = new MemoryHost(new MemoryFileSystem({ "/w/a/y": "" }, "/w"));
  assertEquals(
    affectedText({ targets, count: 1, problems: [] }, { why: true, null: false }, host),
    "a\n  a/y\n    a/x.yaml:1:4\n    resources[0] at a/x.yaml:1:4\n",
  );
});
