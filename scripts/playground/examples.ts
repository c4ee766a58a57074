/** The projects that the playground offers: the article's, and those of `examples/` that a page can build. */

import type { Example } from "../../playground/page/examples.ts";
import { buildProject } from "../../playground/worker/build_project.ts";
import { NEWEST } from "../../src/compat/compat.ts";
import { readTree } from "../golden/golden_case.ts";
import { exists } from "../exists.ts";

const FOLDER = "examples";

/** All examples, the article's first. */
export async function collectExamples(): Promise<Example[]> {
  const examples = [
    {
      title: "ConfigMap that rolls its Pod",
      files: textsOf("testdata/seed/dev_by_resources/in"),
      folder: "overlays/dev",
    },
  ];
  const names = exists(FOLDER) ? [...Deno.readDirSync(FOLDER)].filter(({ isDirectory }) => isDirectory) : [];
  for (const { name } of names.sort((a, b) => a.name < b.name ? -1 : 1)) {
    const example = await exampleOf(textsOf(`${FOLDER}/${name}`), name);
    if (example !== undefined) examples.push(example);
  }
  return examples;
}

/** Undefined if it needs what a page lacks, such as helm. */
async function exampleOf(files: Record<string, string>, name: string): Promise<Example | undefined> {
  const project = { files: new Map(Object.entries(files)), folder: undefined, release: NEWEST.release };
  const { output, folder } = await buildProject({ id: 0, project, lint: false });
  const [, title] = /^# (.+)/m.exec(files["README.md"] ?? "") ?? [];
  return output && { title: title ?? titleOf(name), files, folder };
}

/** `rolling-config` is `Rolling config`. */
function titleOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
}

function textsOf(folder: string): Record<string, string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return Object.fromEntries(
    [...readTree(folder)].flatMap(([path, content]) =>
      content instanceof Uint8Array ? [[path, decoder.decode(content)]] : []
    ),
  );
}
