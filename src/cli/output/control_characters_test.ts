import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

// Begins a sequence for terminals, turns the direction of text, and does both in one character.
const ODD = "a\x1b[31m\u202e\x9bb";
// deno-lint-ignore no-control-regex
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]/;

const COMMANDS = [
  ["build", "--all", ".", "-o", "out"],
  ["build", "--all", ".", "-o", "-", "--format", "github"],
  ["build", "failing"],
  ["build", `${ODD}/no`],
  ...["human", "markdown", "html", "github"].flatMap((format) => [
    ["diff", ODD, "--against", "other.yaml", "--format", format],
    ["diff", "failing", ODD, "--format", format],
  ]),
  ...["human", "sarif", "junit", "github"].map((format) => ["lint", ".", "--format", format]),
  ["lint", ".", "--baseline", ODD],
  ...["dot", "mermaid"].map((format) => ["deps", ODD, "--format", format]),
  ["deps", ODD, "--format", "make"],
  ["explain", ODD, `ConfigMap/${ODD}`, `data.${ODD}`],
  ["explain", ODD, ODD, ODD],
  ["build", "plain", "--blame"],
  ["localize", ODD, `copy${ODD}`],
  ["edit", "add", "resource", ODD],
  ["edit", "remove", "label", ODD],
  ["help", ODD],
  [ODD],
  ["cfg", "grep", ODD, "."],
  ["completion", ODD],
];

/** In double quotes, with escapes that both JSON and YAML have. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Names with control characters wherever a name can be. */
function host(): MemoryHost {
  const [odd, resource] = [quoted(ODD), "apiVersion: v1\nkind: ConfigMap\n"];
  const files = {
    [`${ODD}/kustomization.yaml`]: `resources: [${quoted(`${ODD}.yaml`)}]\ncommonLabels: {${odd}: a}\n` +
      `vars: [{name: ${odd}, objref: {kind: ConfigMap, apiVersion: v1, name: ${odd}}}]\n`,
    [`${ODD}/${ODD}.yaml`]: `${resource}metadata: {name: ${odd}}\ndata: {${odd}: ${odd}}\n`,
    "failing/kustomization.yaml": `resources: [${odd}]\n${odd}: 1\n`,
    "plain/kustomization.yaml": `resources: [${quoted(`../${ODD}`)}]\n`,
    "other.yaml": `${resource}metadata: {name: ${odd}, namespace: ${odd}}\ndata: {${odd}: x}\n`,
    "kustomization.yaml": `labels: []\n`,
  };
  return new MemoryHost(new MemoryFileSystem(files, "/work"));
}

Deno.test("what commands print for people has no control characters, whatever the names are", async () => {
  for (const words of COMMANDS) {
    const one = host();
    await run(words, one);
    for (const text of [one.stdout, one.stderr]) {
      assertEquals(text.split("\n").filter((line) => CONTROLS.test(line)), [], words.join(" "));
    }
  }
});
