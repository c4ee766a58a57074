import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { diagnosticOf, lineOf } from "../testing/diagnostics.ts";
import type { Finding } from "./gather/finding.ts";
import { settingsFor, withSettings } from "./settings.ts";

function settings(text: string) {
  return settingsFor("/p/app", new MemoryFileSystem({ "/p/.kust.yaml": text, "/p/.git/x": "", "/p/app/x": "" }, "/p"));
}

Deno.test("settings have levels by code, and folders to leave out", () => {
  const { levels, excludes } = settings("lint:\n  levels: {deprecated-field: off}\n  exclude: [old]\n");
  assertEquals([...levels], [["deprecated-field", "off"]]);
  assertEquals(["/p/old/app", "/p/app", "/old"].map(excludes), [true, false, false]);
  for (const text of ["", "lint:\n", "{}\n"]) assertEquals(settings(text).levels.size, 0, text);
});

Deno.test("findings elsewhere than on the disk are in no excluded folder", () => {
  const all = { levels: new Map(), excludes: () => true };
  const files = new MemoryFileSystem({ "/p/a.yaml": "" }, "/p");
  const finding: Finding = { code: "not-found", message: "", level: "error", targets: [] };
  const findings = [finding, { ...finding, file: "a.yaml" }, { ...finding, file: "https://example.com/a.yaml" }];
  assertEquals(withSettings(findings, all, files).map(({ file }) => file), [undefined, "https://example.com/a.yaml"]);
});

Deno.test("an unknown code or level is an error at its place, with what may be meant", () => {
  const failure = (levels: string) => {
    const diagnostic = diagnosticOf("invalid-value", () => settings(`lint: {levels: {${levels}}}\n`));
    return [lineOf(diagnostic), diagnostic.hint?.slice(0, 33)];
  };
  assertEquals(failure("deprecated-field: off, deprecated-fild: off"), [
    ".kust.yaml:1:40",
    "did you mean 'deprecated-field'?",
  ]);
  assertEquals(failure("zzz: off"), [".kust.yaml:1:17", "'kust lint' prints the code of ea"]);
});
