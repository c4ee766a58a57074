import { assertEquals, assertStringIncludes } from "@std/assert";
import type { ProcessResult } from "../../host/host.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

/** A host whose kubectl prints this answer. */
class KubectlHost extends MemoryHost {
  readonly #answer: Partial<ProcessResult>;

  constructor(answer: { exitCode: number; stdout?: string; stderr?: string }) {
    super();
    const bytes = (text = "") => new TextEncoder().encode(text);
    this.#answer = { exitCode: answer.exitCode, stdout: bytes(answer.stdout), stderr: bytes(answer.stderr) };
  }

  override run(): Promise<never> {
    return Promise.resolve({ timedOut: false, ...this.#answer } as never);
  }
}

async function fetched(host: MemoryHost, ...args: string[]): Promise<MemoryHost & { code: number }> {
  return Object.assign(host, { code: await run(["openapi", "fetch", ...args], host) });
}

Deno.test("kust openapi info prints the release of Kubernetes whose schema is built in", async () => {
  const host = new MemoryHost();
  assertEquals(await run(["openapi", "info"], host), 0);
  assertEquals(host.stdout, "{title:Kubernetes,version:v1.21.2}\n");
});

Deno.test("kust openapi fetch prints kubectl's document with sorted keys, as JSON or YAML", async () => {
  const answer = { exitCode: 0, stdout: '{"b":{"y":1,"x":["<a>"]},"a":true}' };
  const json = '{\n  "a": true,\n  "b": {\n    "x": [\n      "\\u003ca\\u003e"\n    ],\n    "y": 1\n  }\n}\n';
  assertEquals((await fetched(new KubectlHost(answer))).stdout, json);
  assertEquals(
    (await fetched(new KubectlHost(answer), "--format=yaml")).stdout,
    'a: true\nb:\n  x:\n  - <a>\n  "y": 1\n\n',
  );
});

Deno.test("kust openapi fetch fails with kubectl's message, without kubectl, and for an unknown format", async () => {
  const refused = await fetched(new KubectlHost({ exitCode: 1, stderr: "no cluster\n" }));
  assertEquals([refused.code, refused.stdout], [1, ""]);
  assertStringIncludes(refused.stderr, "no cluster");
  assertStringIncludes((await fetched(new KubectlHost({ exitCode: 0 }))).stderr, "no OpenAPI document");
  assertStringIncludes((await fetched(new MemoryHost())).stderr, "cannot run kubectl");
  assertStringIncludes((await fetched(new MemoryHost(), "--format", "xml")).stderr, "legal values: json, yaml");
});

Deno.test("kust openapi fetch rejects what is no JSON object, except for earlier releases", async () => {
  for (const stdout of ["a: 1", "[]", "{"]) {
    const refused = await fetched(new KubectlHost({ exitCode: 0, stdout }));
    assertEquals([refused.code, refused.stdout], [1, ""], stdout);
    assertStringIncludes(refused.stderr, "not a JSON object");
    const earlier = await fetched(new KubectlHost({ exitCode: 0, stdout }), "--compat=v5.6.0");
    assertEquals([earlier.code, earlier.stdout], [0, "null\n"], stdout);
  }
});
