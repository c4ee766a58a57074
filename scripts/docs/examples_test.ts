/**
 * Runs the examples in docs/. A fenced block whose info string names a file (```` ```yaml base/a.yaml ````) creates that file; a block ```` ```console ```` has commands after `$ `, each with its expected output. The blocks of a page run from top to bottom on one tree in memory; its `kustomize` is v5.8.1.
 */

import { assertEquals } from "@std/assert";
import { run } from "../../src/cli/run.ts";
import { shellWords } from "../../src/functions/shell_words.ts";
import { MemoryFileSystem } from "../../src/load/memory_file_system.ts";
import { HostWithKustomize } from "../../src/testing/host_with_kustomize.ts";

const DOCS = new URL("../../docs/", import.meta.url);

interface Block {
  info: string;
  text: string;
}

function blocksOf(page: string): Block[] {
  return [...page.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map((match) => ({ info: match[1]!, text: match[2]! }));
}

/** The commands of a console block, each with its output. */
function commandsOf(text: string): { line: string; output: string }[] {
  return text.split(/^\$ /m).slice(1).map((part) => {
    const end = part.indexOf("\n");
    return { line: part.slice(0, end), output: part.slice(end + 1) };
  });
}

/** Runs `kust …`, perhaps with `| head -n N`. */
async function runLine(files: MemoryFileSystem, line: string): Promise<string> {
  const [, command = line, lines] = /^(.*) \| head -n (\d+)$/.exec(line) ?? [];
  if (lines !== undefined) return (await runLine(files, command)).split("\n").slice(0, Number(lines)).join("\n") + "\n";
  const [program, ...args] = shellWords(line, undefined);
  assertEquals(program, "kust", line);
  const host = new HostWithKustomize(files, "v5.8.1");
  await run(args, host);
  return host.stdout + host.stderr;
}

for (const { name } of [...Deno.readDirSync(DOCS)].filter(({ name }) => name.endsWith(".md"))) {
  Deno.test(`the examples of docs/${name}`, async () => {
    const files = new MemoryFileSystem({}, "/project");
    for (const { info, text } of blocksOf(Deno.readTextFileSync(new URL(name, DOCS)))) {
      const [language, path] = info.split(" ");
      if (language === "console") {
        for (const { line, output } of commandsOf(text)) assertEquals(await runLine(files, line), output, line);
      } else if (path !== undefined) {
        files.makeDir(path.slice(0, path.lastIndexOf("/") + 1));
        files.writeFile(path, text);
      }
    }
  });
}
