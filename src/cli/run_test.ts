import { assertEquals, assertStringIncludes } from "@std/assert";
import { MemoryHost } from "../testing/memory_host.ts";
import { run } from "./run.ts";

async function runLine(line: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const host = new MemoryHost();
  const code = await run(line.split(" ").filter((word) => word !== ""), host);
  return { code, stdout: host.stdout, stderr: host.stderr };
}

Deno.test("run() prints the version of kustomize that it matches", async () => {
  assertEquals(await runLine("version"), { code: 0, stdout: "v5.8.3\n", stderr: "" });
});

Deno.test("run() finds a command among flags that are not known yet", async () => {
  for (
    const line of ["--stack-trace version", "--stack-trace=true version", "-o json version", "--output json version"]
  ) {
    assertEquals((await runLine(line)).code, 0, line);
  }
  assertStringIncludes((await runLine("--output=json version")).stdout, '"version": "v5.8.3"');
  assertStringIncludes((await runLine("-o json version")).stdout, '"version": "v5.8.3"');
});

Deno.test("run() shows help for no command, for -h anywhere and for a group", async () => {
  for (const line of ["", "-h", "--help", "help", "version -h", "-h version", "openapi", "help openapi info"]) {
    const { code, stdout, stderr } = await runLine(line);
    assertEquals([code, stderr], [0, ""], line);
    assertStringIncludes(stdout, "Usage:", line);
  }
});

Deno.test("run() fails for an unknown command with the nearest name", async () => {
  assertEquals(await runLine("verison x"), {
    code: 1,
    stdout: "",
    stderr: 'Error: unknown command "verison" for "kust" [unknown-command]\n' + "hint: did you mean 'kust version'?\n",
  });
  assertStringIncludes((await runLine("zzzzzz")).stderr, "hint: run 'kust --help' for the commands");
});

Deno.test("run() shows help for an unknown subcommand and, as kustomize, does not fail", async () => {
  const { code, stdout, stderr } = await runLine("openapi inf");
  assertEquals(code, 0);
  assertStringIncludes(stdout, "Available Commands:");
  assertStringIncludes(stderr, "did you mean 'kust openapi info'?");
});

Deno.test("run() fails for an unknown flag with the nearest name and a pointer to the help", async () => {
  assertEquals(await runLine("version --ouput x"), {
    code: 1,
    stdout: "",
    stderr: "Error: unknown flag: --ouput [unknown-flag]\n" +
      "note: run 'kust version --help' for usage\n" +
      "hint: did you mean '--output'?\n",
  });
  assertEquals((await runLine("--nope")).code, 1);
});

Deno.test("run() prints the warning of a deprecated flag first", async () => {
  assertEquals(await runLine("version --short"), {
    code: 0,
    stdout: "{v5.8.3  unknown   }\n",
    stderr: "Flag --short has been deprecated, and will be removed in the future.\n",
  });
});

Deno.test("run() shows kustomize's help topics", async () => {
  assertStringIncludes((await runLine("docs-merge")).stdout, "$patch");
  assertStringIncludes((await runLine("help docs-fn-spec")).stdout, "ResourceList");
});

Deno.test("run() shows the general help on stderr for an unknown topic", async () => {
  const { code, stdout, stderr } = await runLine("help nope");
  assertEquals([code, stdout], [0, ""]);
  assertStringIncludes(stderr, 'Unknown help topic "nope"');
});

Deno.test("run() explains the code of an error, and names the nearest one", async () => {
  const { stdout } = await runLine("help unknown-field");
  assertStringIncludes(stdout, "unknown-field: an error\n\nAn object has an unknown field.\n");
  assertStringIncludes(stdout, "This fails:\n  # kustomization.yaml\n  resuorces: [deployment.yaml]\n");
  assertStringIncludes((await runLine("help unknwon-field")).stderr, "did you mean 'unknown-field'?");
});

Deno.test("run() adds a stack trace on request", async () => {
  assertStringIncludes((await runLine("version --nope --stack-trace")).stderr, "at run");
});

Deno.test("the hint for an unknown command names no hidden one", async () => {
  for (const [word, hint] of [["schemb", "did you mean 'kust schema'"], ["openapj", undefined]] as const) {
    const host = new MemoryHost();
    assertEquals(await run([word], host), 1);
    assertEquals(/did you mean '.*'/.exec(host.stderr)?.[0], hint);
  }
});
