import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

/** Each begins a sequence for terminals, and turns the direction of text. kustomize does not read the second one. */
const ODD_NAMES = ["a\x1b\u202eb", "a\x1b[31m\u202e\x9bb"];
// deno-lint-ignore no-control-regex
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]/;

const commands = (odd: string) => [
  ["build", "--all", ".", "-o", "out"],
  ["build", "--all", ".", "-o", "-", "--format", "github"],
  ["build", "failing"],
  ["build", `${odd}/no`],
  ...["human", "markdown", "html", "github"].flatMap((format) => [
    ["diff", odd, "--against", "other.yaml", "--format", format],
    ["diff", "failing", odd, "--format", format],
  ]),
  ...["human", "sarif", "junit", "github"].map((format) => ["lint", ".", "--format", format]),
  ["lint", ".", "--baseline", odd],
  ...["dot", "mermaid"].map((format) => ["deps", odd, "--format", format]),
  ["deps", odd],
  ["deps", odd, "--format", "make"],
  ["deps", odd, "--format", "argocd"],
  ["deps", "--reverse", `${odd}/${odd}.yaml`, "."],
  ["affected", "--files", "changed.txt"],
  ["affected", "--files", "changed.txt", "--why"],
  ["explain", odd, `ConfigMap/${odd}`, `data.${odd}`],
  ["explain", odd, odd, odd],
  ["build", "plain", "--blame"],
  ["localize", odd, `copy${odd}`],
  ["edit", "add", "resource", odd],
  ["edit", "remove", "label", odd],
  ["help", odd],
  [odd],
  ["completion", odd],
];

class TerminalHost extends MemoryHost {
  override readonly terminal = { stdout: true, stderr: false, columns: 80 };
}

/** In double quotes, with escapes that both JSON and YAML have. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Names with control characters wherever a name can be. */
function hostWith(name: string): TerminalHost {
  const [odd, resource] = [quoted(name), "apiVersion: v1\nkind: ConfigMap\n"];
  const files = {
    [`${name}/kustomization.yaml`]: `resources: [${quoted(`${name}.yaml`)}]\ncommonLabels: {${odd}: a}\n` +
      `vars: [{name: ${odd}, objref: {kind: ConfigMap, apiVersion: v1, name: ${odd}}}]\n`,
    [`${name}/${name}.yaml`]: `${resource}metadata: {name: ${odd}}\ndata: {${odd}: ${odd}}\n`,
    "failing/kustomization.yaml": `resources: [${odd}]\n${odd}: 1\n`,
    "plain/kustomization.yaml": `resources: [${quoted(`../${name}`)}]\n`,
    "changed.txt": `${name}/${name}.yaml\n`,
    "other.yaml": `${resource}metadata: {name: ${odd}, namespace: ${odd}}\ndata: {${odd}: x}\n`,
    "kustomization.yaml": `labels: []\n`,
  };
  return new TerminalHost(new MemoryFileSystem(files, "/work"), { NO_COLOR: "1" });
}

for (const odd of ODD_NAMES) {
  Deno.test(`what commands print for people has no control characters, with names such as ${quoted(odd)}`, async () => {
    for (const words of commands(odd)) {
      const one = hostWith(odd);
      await run(words, one);
      for (const text of [one.stdout, one.stderr]) {
        assertEquals(text.split("\n").filter((line) => CONTROLS.test(line)), [], words.join(" "));
      }
    }
  });
}
