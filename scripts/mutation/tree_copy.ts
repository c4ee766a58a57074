/** A copy of the repository's files, as they are in the working tree, for scripts that change them. */

import { exists } from "../exists.ts";
import { exitUnless, runQuietly } from "../run_program.ts";

export interface Tree {
  /** The copy. */
  root: string;
  /** For temporary files of programs that run in the copy; beside it. */
  temp: string;
  /** The paths of its files. */
  files: string[];
  original(path: string): string;
  write(path: string, text: string): void;
  restore(path: string): void;
  remove(): void;
}

/** Recorded behaviour, which many tests look for beside the repository and go without if it is missing. */
const RECORDED = "../shared";

export async function copyTree(): Promise<Tree> {
  const folder = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-mutation-" }));
  const [root, temp] = [`${folder}/tree`, `${folder}/tmp`];
  for (const path of [root, temp]) Deno.mkdirSync(path);
  const { success, output } = await runQuietly("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  exitUnless(success);
  const files = output.split("\0").filter((path) => path !== "" && exists(path));
  Deno.writeTextFileSync(`${temp}/files`, files.join("\0"));
  exitUnless((await runQuietly("sh", ["-c", `tar -c --null -T '${temp}/files' | tar -x -C '${root}'`])).success);
  if (exists(RECORDED)) Deno.symlinkSync(Deno.realPathSync(RECORDED), `${folder}/shared`);
  const originals: Map<string, string> = new Map();
  const original = (path: string) => {
    const text = originals.get(path) ?? Deno.readTextFileSync(`${root}/${path}`);
    originals.set(path, text);
    return text;
  };
  const write = (path: string, text: string) => Deno.writeTextFileSync(`${root}/${path}`, text);
  return {
    root,
    temp,
    files,
    original,
    write,
    restore: (path) => write(path, original(path)),
    remove: () => {
      if (exists(folder)) Deno.removeSync(folder, { recursive: true });
    },
  };
}
