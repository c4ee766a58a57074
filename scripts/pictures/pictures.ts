/**
 * `deno task pictures`: writes the pictures of README.md and docs/ into docs/pictures/. Each shows what commands print
 * in a terminal when they run on a project of examples/, with a few changes.
 */

import { run } from "../../src/cli/run.ts";
import { shellWords } from "../../src/functions/shell_words.ts";
import type { MemoryFileSystem } from "../../src/load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../src/testing/memory_host.ts";
import { readTree } from "../golden/golden_case.ts";
import { treeInMemory } from "../golden/run_case.ts";
import { terminalPicture } from "./terminal_picture.ts";

interface Picture {
  name: string;
  /** For those who cannot see it. */
  title: string;
  project: string;
  /** A command that runs before the change, and is not shown. */
  before?: string;
  /** A file that is changed or created. */
  change: { path: string; text: string };
  /** The command line that is shown with its output. */
  line: string;
}

export const PICTURES: readonly Picture[] = [
  {
    name: "diff",
    title: "kust diff shows that a changed variable replaces the pods of a Deployment, and the line that causes it",
    project: "rolling-config",
    before: "kust build overlays/prod -o running.yaml",
    change: { path: "overlays/prod/flask.env", text: "# Merged into the base's ConfigMap\nGREETING=Good day\n" },
    line: "kust diff overlays/prod --against running.yaml",
  },
  {
    name: "error",
    title:
      "The error of a patch without a target shows the file and line of the patch, and the resource it nearly matches",
    project: "rolling-config",
    change: {
      path: "overlays/dev/kustomization.yaml",
      text: `namespace: dev
resources:
  - ../../base
patches:
  - patch: |
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: flsk
      spec:
        replicas: 2
`,
    },
    line: "kust build overlays/dev",
  },
];

const ROOT = new URL("../../", import.meta.url);

export function fileOf({ name }: Picture): URL {
  return new URL(`docs/pictures/${name}.svg`, ROOT);
}

/** The picture, as SVG. */
export async function draw({ title, project, before, change, line }: Picture): Promise<string> {
  const files = treeInMemory(readTree(new URL(`examples/${project}`, ROOT).pathname));
  if (before !== undefined) await runInTerminal(before, files);
  files.writeFile(change.path, change.text);
  return terminalPicture(title, `\x1b[2m$\x1b[0m ${line}\n${await runInTerminal(line, files)}`);
}

/** Both streams in a terminal are one text. */
async function runInTerminal(line: string, files: MemoryFileSystem): Promise<string> {
  const terminal = { stdout: true, stderr: true, columns: 90 };
  const host = Object.assign(new MemoryHost(files), { terminal });
  await run(shellWords(line, undefined).slice(1), host);
  // A line of progress is erased at the end.
  // deno-lint-ignore no-control-regex
  return host.stdout + host.stderr.replace(/\r[^\n]*\x1b\[K/g, "");
}

if (import.meta.main) {
  for (const picture of PICTURES) Deno.writeTextFileSync(fileOf(picture), await draw(picture));
}
