import { assertEquals } from "@std/assert";
import { programName } from "./program_name.ts";

Deno.test("programName() is the name of the link that was called", () => {
  assertEquals(programName("kustomize", "/$bunfs/root/kust"), "kustomize");
  assertEquals(programName("/usr/local/bin/kust", undefined), "kust");
  assertEquals(programName("C:\\tools\\kustomize.exe", undefined), "kustomize");
  assertEquals(programName("/usr/bin/node", "/usr/lib/node_modules/.bin/kustomize"), "kustomize");
});

Deno.test("programName() is kust if source code runs, or the name would be code in a script", () => {
  assertEquals(programName("deno", "/repo/main.ts"), "kust");
  assertEquals(programName("node", "/package/bin/kust.js"), "kust");
  assertEquals(programName("bun", undefined), "kust");
  assertEquals(programName("/tmp/a;b $(c)", undefined), "kust");
});
