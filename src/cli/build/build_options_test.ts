import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { parseFlags } from "../flags/flags.ts";
import { BUILD_OPTION_FLAGS, buildOptions } from "./build_options.ts";

function optionsOf(words: string, environment: Record<string, string> = {}) {
  const { values, given } = parseFlags(BUILD_OPTION_FLAGS, words.split(" ").filter((word) => word !== ""), () => {});
  return buildOptions(values, given, new MemoryHost(new MemoryFileSystem(), environment));
}

Deno.test("each of two flags, or a variable, is enough", () => {
  const pulls = ["", "--offline", "--no-remote"].map((words) => optionsOf(words).helm?.noPull);
  assertEquals(pulls, [false, true, true]);
  const helm = ["", "--enable-helm", "--enable-alpha-plugins"].map((words) => optionsOf(words).helm?.enabled);
  assertEquals(helm, [false, true, true]);
  const name = "KUSTOMIZE_ENABLE_MANAGEDBY_LABEL";
  const labels = [optionsOf(""), optionsOf("--enable-managedby-label"), optionsOf("", { [name]: "on" })];
  assertEquals([...labels, optionsOf("", { [name]: "true" })].map(({ addManagedByLabel }) => addManagedByLabel), [
    false,
    true,
    true,
    false,
  ]);
});

Deno.test("a program has some time", () => {
  assertEquals(optionsOf("--program-timeout=1m30s").programTimeoutMs, 90_000);
  for (const text of ["0s", "-1s", "soon"]) {
    diagnosticOf("invalid-flag-value", () => optionsOf(`--program-timeout=${text}`));
  }
});
