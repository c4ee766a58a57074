/** Runs a golden case: in this process on an in-memory tree, or with any program on disk. */

import { exists } from "../exists.ts";
import { MemoryHost } from "../../src/testing/memory_host.ts";
import type { FileSystem } from "../../src/load/file_system.ts";
import { windowsFileSystem } from "../../src/host/files/windows_file_system.ts";
import { WindowsDisk } from "../../src/testing/windows_disk.ts";
import { MemoryFileSystem } from "../../src/load/file_systems/memory_file_system.ts";
import { run } from "../../src/cli/run.ts";
import { type GoldenCase, type Outcome, readTree, sameContent, type Tree, withText, writeTree } from "./golden_case.ts";
import { ServedCase } from "./served_case.ts";
import type { Host, ProcessRequest } from "../../src/host/host.ts";
import { diskFileSystem } from "../../src/host/files/disk_file_system.ts";
import { runCommand } from "../../src/host/commands/run_command.ts";
import { httpGet } from "../../src/host/http_get.ts";
import { FolderView } from "../../src/load/file_systems/folder_view.ts";

/** The paths of a case and its home folder; on disk they are below a temporary folder. */
const MEMORY_ROOT = "/golden/case";
const MEMORY_HOME = "/golden/home";

export function runInMemory(golden: GoldenCase): Promise<Outcome> {
  return runTreeInMemory(readTree(`${golden.dir}/in`), golden.args, golden.environment, golden.stdin);
}

/** The same on a disk that behaves as that of Windows. */
export async function runOnWindows(golden: GoldenCase): Promise<Outcome> {
  const before = readTree(`${golden.dir}/in`);
  const disk = new WindowsDisk("C:\\golden\\case");
  const files = windowsFileSystem(disk);
  fill(before, files, (path, target) => disk.makeLink(path, target));
  const environment = environmentOf(golden.environment, WINDOWS_ROOT, { HOME: "/C:/golden/home" });
  const host = Object.assign(new MemoryHost(undefined, environment), { fs: files });
  host.stdin = golden.stdin;
  const exit = await run([...golden.args], host);
  return outcome(exit, host.stdout, host.stderr, WINDOWS_ROOT, before, memoryTree(files, WINDOWS_ROOT), []);
}

const WINDOWS_ROOT = "/C:/golden/case";

export async function runTreeInMemory(
  before: Tree,
  args: readonly string[],
  environment: readonly string[] = [],
  stdin: Uint8Array = new Uint8Array(),
  root: string = MEMORY_ROOT,
): Promise<Outcome> {
  const files = treeInMemory(before, root);
  const host = new MemoryHost(files, environmentOf(environment, root, { HOME: MEMORY_HOME }));
  host.stdin = stdin;
  const exit = await run([...args], host);
  return outcome(exit, host.stdout, host.stderr, root, before, memoryTree(files, root), []);
}

/** The files of a case, in memory. */
export function memoryFiles(golden: GoldenCase): MemoryFileSystem {
  return treeInMemory(readTree(`${golden.dir}/in`));
}

export function treeInMemory(tree: Tree, root: string = MEMORY_ROOT): MemoryFileSystem {
  const files = new MemoryFileSystem({}, root);
  fill(tree, files, (path, target) => files.makeLink(path, target));
  return files;
}

function fill(tree: Tree, files: FileSystem, makeLink: (path: string, target: string) => void): void {
  for (const [path, content] of tree) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    if (folder !== "") files.makeDir(folder);
    if (content instanceof Uint8Array) files.writeFile(path, content);
    else makeLink(path, content.link);
  }
}

function memoryTree(files: FileSystem, root: string): Tree {
  const tree: Tree = new Map();
  const walk = (dir: string): void => {
    for (const name of files.readDir(`${root}/${dir}`)) {
      const path = `${dir}${name}`;
      if (files.isLink(path)) tree.set(path, { link: "" });
      else if (files.stat(path)?.isDirectory === true) walk(`${path}/`);
      else tree.set(path, files.readFile(path));
    }
  };
  walk("");
  return tree;
}

/** @param program The command without the case's arguments: `["dist/kust"]`, `["deno", "run", "-A", "/…/main.ts"]`. */
export function runProgram(golden: GoldenCase, program: readonly string[]): Promise<Outcome> {
  return onDisk(golden, async ({ root, args, environment }) => {
    const [command, ...words] = program;
    const child = new Deno.Command(pathOf(command!), {
      args: [...words, ...args],
      cwd: root,
      clearEnv: true,
      env: { DENO_DIR: denoDir(), BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0", ...environment },
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const [{ code, stdout, stderr }] = await Promise.all([child.output(), writeStdin(child.stdin, golden.stdin)]);
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    return { code, stdout: text(stdout), stderr: text(stderr) };
  });
}

/** In this process, with the files of the case on disk and with real programs. */
export function runInProcess(golden: GoldenCase): Promise<Outcome> {
  return onDisk(golden, async ({ root, temp, args, environment }) => {
    const memory = new MemoryHost(undefined, environment);
    memory.stdin = golden.stdin;
    const running = new Set<Promise<unknown>>();
    const host: Host = Object.assign(memory, {
      fs: new FolderView(diskFileSystem, root),
      run: (request: ProcessRequest) => {
        const result = runCommand({ cwd: root, env: environment, ...request });
        running.add(result);
        result.finally(() => running.delete(result)).catch(() => {});
        return result;
      },
      httpGet,
      makeTempDir: (prefix: string) => Deno.makeTempDirSync({ dir: `${temp}/tmp`, prefix }),
    });
    const code = await run([...args], host);
    // A build that fails leaves clones that it need not wait for. The host of the program ends them, and removes folders.
    while (running.size > 0) await Promise.allSettled(running);
    for (const { name } of Deno.readDirSync(`${temp}/tmp`)) Deno.removeSync(`${temp}/tmp/${name}`, { recursive: true });
    return { code, stdout: memory.stdout, stderr: memory.stderr };
  });
}

interface CaseOnDisk {
  root: string;
  /** Has the root, and folders `home` and `tmp`. */
  temp: string;
  args: string[];
  environment: Record<string, string>;
}

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

async function onDisk(golden: GoldenCase, start: (on: CaseOnDisk) => Promise<Ended>): Promise<Outcome> {
  const temp = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-golden-" }));
  const root = `${temp}/case`;
  for (const name of ["case", "home", "tmp"]) Deno.mkdirSync(`${temp}/${name}`);
  const served = await ServedCase.start(golden.dir, temp);
  try {
    const before = served.filled(readTree(`${golden.dir}/in`));
    writeTree(root, before);
    const environment = environmentOf(golden.environment, root, {
      PATH: Deno.env.get("PATH") ?? "",
      HOME: `${temp}/home`,
      TMPDIR: `${temp}/tmp`,
      NO_COLOR: "1",
    });
    const args = golden.args.map((word) => served.fill(word));
    const { code, stdout, stderr } = await start({ root, temp, args, environment });
    const found = outcome(code, stdout, stderr, root, before, readTree(root), leftIn(`${temp}/tmp`));
    return {
      ...found,
      stdout: withoutBuildDate(served.restore(found.stdout)),
      stderr: served.restore(found.stderr),
      changed: served.restored(found.changed),
    };
  } finally {
    await served.close();
    Deno.removeSync(temp, { recursive: true });
  }
}

/** A program need not read its input. */
async function writeStdin(stream: WritableStream<Uint8Array>, bytes: Uint8Array): Promise<void> {
  const writer = stream.getWriter();
  try {
    if (bytes.length > 0) await writer.write(bytes);
    await writer.close();
  } catch (error) {
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}

/** The path of a program on our own PATH, since the case may have another. */
function pathOf(program: string): string {
  if (program.includes("/")) return program;
  const folders = (Deno.env.get("PATH") ?? "").split(":");
  return folders.map((folder) => `${folder}/${program}`).find(exists) ?? program;
}

/** The environment: the program's own variables, and those of the case. */
function environmentOf(
  lines: readonly string[],
  root: string,
  own: Record<string, string>,
): Record<string, string> {
  const all = { ...own };
  for (const line of lines) {
    const equals = line.indexOf("=");
    const fill = (_: string, name: string) => name === "ROOT" ? root : own[name] ?? "";
    all[line.slice(0, equals)] = line.slice(equals + 1).replace(/\$(ROOT|HOME|PATH)/g, fill);
  }
  return all;
}

/** Ignores the compiled code that Deno stores in the temporary folder. */
function leftIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).filter((name) => !name.startsWith("deno-compile-"));
}

/** With another home folder, `deno run` would fetch everything again. */
function denoDir(): string {
  return Deno.env.get("DENO_DIR") ?? `${Deno.env.get("HOME")}/.cache/deno`;
}

function outcome(
  exit: number,
  stdout: string,
  stderr: string,
  root: string,
  before: Tree,
  after: Tree,
  left: string[],
): Outcome {
  const shown = (text: string) => text.replaceAll(root, "$ROOT").replaceAll(root.replace(/case$/, "home"), "$HOME");
  const changed = [...after].filter(([path, content]) => !sameContent(content, before.get(path)));
  return {
    exit,
    stdout: shown(stdout),
    stderr: withoutTimes(shown(stderr)),
    changed: new Map(changed.map(([path, content]) => [path, withText(content, shown)])),
    removed: [...before.keys()].filter((path) => !after.has(path)),
    left,
  };
}

/** `version --short` of a released program prints the date of its build, which no expectation can contain. */
function withoutBuildDate(text: string): string {
  return text.replace(/^(\{v\S+ {2})\S+( {3}\})$/m, "$1unknown$2");
}

/** kustomize logs some warnings with the time of day, which no expectation can contain. */
function withoutTimes(text: string): string {
  return text.replace(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /gm, "");
}
