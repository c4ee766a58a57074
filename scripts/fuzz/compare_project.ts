/** Builds a project with kustomize and kust, and reports differences. */

import { differences } from "../golden/compare.ts";
import { type Outcome, type Tree, writeTree } from "../golden/golden_case.ts";
import { runTreeInMemory } from "../golden/run_case.ts";
import { type Project, treeOf } from "./project.ts";

export interface Comparison {
  /** Whether kustomize built it. */
  built: boolean;
  /** The kind of difference, if any, which a shrunk project must keep. */
  kind?: "exit" | "stdout" | "stderr" | "crash";
  /** A readable description of the difference. */
  text: string;
}

export interface Programs {
  release: string;
  kustomize: string;
  /** The kust command. Default: in this process, on in-memory files. */
  kust?: readonly string[];
}

export async function compareProject(project: Project, programs: Programs): Promise<Comparison> {
  const tree = treeOf(project);
  const { release, kustomize, kust } = programs;
  // The arguments may contain a "--", so the flag cannot follow them.
  const args = project.args.toSpliced(1, 0, "--compat", release);
  const real = await onDisk(tree, [kustomize, ...project.args]);
  const ours = await (kust === undefined ? runTreeInMemory(tree, args) : onDisk(tree, [...kust, ...args]));
  const built = real.exit === 0;
  if (ours.stderr.includes("kust itself failed")) return { built, kind: "crash", text: ours.stderr };
  if (built !== (ours.exit === 0)) {
    return { built, kind: "exit", text: built ? `kust fails: ${ours.stderr}` : `kustomize fails: ${real.stderr}` };
  }
  if (!built) return { built, text: "" };
  real.stderr = inOneOrder(real.stderr);
  ours.stderr = inOneOrder(ours.stderr);
  const text = differences(real, { ...ours, changed: real.changed, removed: [], left: [] }).join("\n");
  if (text === "") return { built, text };
  return { built, kind: real.stdout === ours.stdout ? "stderr" : "stdout", text };
}

/** kustomize lists unused vars in random order, that of Go's maps. */
function inOneOrder(stderr: string): string {
  return stderr.replace(/(?<=never replaced: ).*/g, (names) => names.split(",").sort().join());
}

async function onDisk(tree: Tree, [program, ...args]: readonly string[]): Promise<Outcome> {
  const root = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-fuzz-" }));
  try {
    writeTree(root, tree);
    const { code, stdout, stderr } = await new Deno.Command(program!, { args, cwd: root, stdin: "null" }).output();
    const text = (bytes: Uint8Array) =>
      new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).replaceAll(root, "$ROOT");
    const warnings = text(stderr).replace(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /gm, "");
    return { exit: code, stdout: text(stdout), stderr: warnings, changed: new Map(), removed: [], left: [] };
  } finally {
    Deno.removeSync(root, { recursive: true });
  }
}
