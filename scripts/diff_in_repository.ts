/** `kust diff` in real git repositories, for tests. */

import { commitFiles, git } from "./serve_git.ts";
import { inFolder, RepositoryHost } from "./test_repository.ts";
import type { Capabilities } from "../src/load/capabilities.ts";
import { run } from "../src/cli/run.ts";

export interface Told {
  exit: number;
  stdout: string;
  stderr: string;
}

/** Runs `kust diff` in a folder. */
export async function diff(folder: string, ...words: string[]): Promise<Told> {
  return await diffWith({}, folder, ...words);
}

/** @param capabilities In the place of real ones. */
export async function diffWith(
  capabilities: Partial<Capabilities>,
  folder: string,
  ...words: string[]
): Promise<Told> {
  const told = new RepositoryHost(folder);
  const exit = await run(["diff", ...words], { ...told.host, ...capabilities });
  return { exit, stdout: told.stdout, stderr: told.stderr };
}

/** A test in a repository with one commit, and the branch `before` on it. */
export function inRepository(name: string, files: Record<string, string>, body: (dir: string) => Promise<void>): void {
  inFolder(name, async (dir) => {
    await commitFiles(dir, files);
    await git(dir, "branch", "before");
    await body(dir);
  });
}

export function write(dir: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    Deno.mkdirSync(`${dir}/${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
    Deno.writeTextFileSync(`${dir}/${path}`, text);
  }
}
