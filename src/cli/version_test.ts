import { assertEquals, assertStringIncludes } from "@std/assert";
import denoJson from "../../deno.json" with { type: "json" };
import { MemoryHost } from "../testing/memory_host.ts";
import { run } from "./run.ts";
import { KUST_VERSION } from "./version.ts";

async function version(...args: string[]): Promise<MemoryHost> {
  const host = new MemoryHost();
  await run(["version", ...args], host);
  return host;
}

Deno.test("KUST_VERSION is that of deno.json", () => assertEquals(KUST_VERSION, `v${denoJson.version}`));

Deno.test("kust version prints kustomize's version in each form, and its own in the longer ones", async () => {
  const json = JSON.parse((await version("-o", "json")).stdout);
  assertEquals([json.version, json.kust, json.goOs], ["v5.8.3", KUST_VERSION, "linux"]);
  assertStringIncludes((await version("--output=yaml")).stdout, `version: v5.8.3\n`);
  assertStringIncludes((await version("--output=yaml")).stdout, `kust: ${KUST_VERSION}\n`);
});

Deno.test("kust version prints the selected release", async () => {
  assertEquals((await version("--compat", "v5.7.1")).stdout, "v5.7.1\n");
  const host = new MemoryHost(undefined, { KUST_COMPAT: "v5.8.1" });
  assertEquals(await run(["--version"], host), 0);
  assertEquals(host.stdout, `kust ${KUST_VERSION} (kustomize v5.8.1)\n`);
  assertStringIncludes((await version("--compat=5.8")).stderr, "v5.6.0, v5.7.1, v5.8.1, v5.8.2, v5.8.3");
});

Deno.test("kust version prints the commit and the date of a release", async () => {
  assertStringIncludes((await version("-o", "yaml")).stdout, "gitCommit: unknown\nbuildDate: unknown\n");
  Object.assign(globalThis, { KUST_COMMIT: "4ae1f", KUST_DATE: "2026-01-02T03:04:05Z" });
  try {
    assertStringIncludes(
      (await version("-o", "yaml")).stdout,
      "gitCommit: 4ae1f\nbuildDate: 2026-01-02T03:04:05Z\n",
    );
    assertEquals((await version("--short")).stdout, "{v5.8.3  2026-01-02T03:04:05Z   }\n");
  } finally {
    Object.assign(globalThis, { KUST_COMMIT: undefined, KUST_DATE: undefined });
  }
});

Deno.test("kust version prints nothing in an unknown form, like kustomize", async () => {
  assertEquals((await version("--output=xml")).stdout, "");
});

Deno.test("kust version rejects --short with --output", async () => {
  assertStringIncludes((await version("--short", "-o", "json")).stderr, "mutually exclusive");
});

Deno.test("kust --version prints both versions", async () => {
  const host = new MemoryHost();
  assertEquals(await run(["--version"], host), 0);
  assertEquals(host.stdout, `kust ${KUST_VERSION} (kustomize v5.8.3)\n`);
});
