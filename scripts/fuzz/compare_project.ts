/** Builds a project with kustomize and kust, and reports differences. */

import { differences } from "../golden/compare.ts";
import { type Outcome, type Tree, writeTree } from "../golden/golden_case.ts";
import { runTreeInMemory } from "../golden/run_case.ts";
import { type Project, treeOf } from "./project.ts";
import type { Answer, RealServer } from "./real_server.ts";

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
  kustomize: RealServer;
  /** The kust command. Default: in this process, on in-memory files. */
  kust?: readonly string[];
}

/** Both build in a folder of the same name, which gets into some hashes and error messages. */
export async function compareProject(project: Project, programs: Programs): Promise<Comparison> {
  const root = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-fuzz-" }));
  try {
    return await compareAt(root, project, programs);
  } finally {
    Deno.removeSync(root, { recursive: true });
  }
}

async function compareAt(root: string, project: Project, programs: Programs): Promise<Comparison> {
  const tree = treeOf(project);
  const { release, kustomize, kust } = programs;
  // The arguments may contain a "--", so the flag cannot follow them.
  const args = project.args.toSpliced(1, 0, "--compat", release);
  writeTree(root, tree);
  const answer = await kustomize.run({ dir: root, args: project.args, schema: mayHaveSchema(tree) });
  if (answer === undefined) return { built: false, text: "" };
  const real = outcomeOf(answer, root);
  const ours = await (kust === undefined ? runTreeInMemory(tree, args, [], undefined, root) : runAt(root, kust, args));
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

function mayHaveSchema(tree: Tree): boolean {
  const decoder = new TextDecoder();
  return [...tree.values()].some((content) =>
    content instanceof Uint8Array && decoder.decode(content).includes("openapi")
  );
}

async function runAt(cwd: string, [program, ...words]: readonly string[], args: string[]): Promise<Outcome> {
  const command = new Deno.Command(program!, { args: [...words, ...args], cwd, stdin: "null" });
  const { code, stdout, stderr } = await command.output();
  return outcomeOf({ exit: code, stdout, stderr }, cwd);
}

function outcomeOf({ exit, stdout, stderr }: Answer, root: string): Outcome {
  const text = (bytes: Uint8Array) =>
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).replaceAll(root, "$ROOT");
  const warnings = text(stderr).replace(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /gm, "");
  return { exit, stdout: text(stdout), stderr: warnings, changed: new Map(), removed: [], left: [] };
}
