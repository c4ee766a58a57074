import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { findKustomizationFile } from "./kustomization_file.ts";
import { Loader } from "./loader.ts";
import { MemoryFileSystem } from "./file_systems/memory_file_system.ts";
import { parseRepoSpec } from "./remote/git_url.ts";
import type { RemoteSources } from "./remote/remote.ts";

interface Setup {
  files: Record<string, string>;
  links?: Record<string, string>;
  restrictToRoot?: boolean;
  remote?: RemoteSources;
}

async function open(path: string, { files, links = {}, restrictToRoot = true, remote }: Setup): Promise<Loader> {
  const fileSystem = new MemoryFileSystem(files, "/w");
  for (const [from, to] of Object.entries(links)) fileSystem.makeLink(from, to);
  return await Loader.open(fileSystem, path, { remote, restrictToRoot });
}

function codeOf(work: () => unknown): string {
  return assertThrows(work, KustError).diagnostic.code;
}

async function rejectionOf(work: () => Promise<unknown>): Promise<string> {
  return (await assertRejects(work, KustError)).diagnostic.code;
}

Deno.test("a file must be in the root or below it after links are resolved", async () => {
  const setup: Setup = {
    files: { "base/in.txt": "in", "base/sub/deep.txt": "deep", "out.txt": "out", "other/out.txt": "out" },
    links: { "/w/base/good": "/w/base/in.txt", "/w/base/bad": "/w/out.txt", "/w/base/folder": "../other" },
  };
  const loader = await open("base", setup);
  assertEquals(loader.text("in.txt", undefined).text, "in");
  assertEquals(loader.text("sub/../sub/deep.txt", undefined).text, "deep");
  assertEquals(loader.text("/w/base/in.txt", undefined).text, "in");
  assertEquals(loader.text("good", undefined).text, "in");
  for (const path of ["../out.txt", "bad", "folder/out.txt", "/w/out.txt"]) {
    assertEquals(codeOf(() => loader.text(path, undefined)), "outside-root", path);
    const { hint } = assertThrows(() => loader.text(path, undefined), KustError).diagnostic;
    assertEquals(hint?.endsWith("--load-restrictor LoadRestrictionsNone"), true);
  }
  const free = await open("base", { ...setup, restrictToRoot: false });
  for (const path of ["../out.txt", "bad", "folder/out.txt", "/w/out.txt"]) {
    assertEquals(free.text(path, undefined).text, "out", path);
  }
});

Deno.test("missing paths, and paths of the wrong kind, are reported with the nearest name", async () => {
  const loader = await open("a", { files: { "a/service.yaml": "", "a/file": "f", "a/dir/x": "" } });
  const error = assertThrows(() => loader.text("servcie.yaml", undefined), KustError);
  assertEquals([error.diagnostic.code, error.diagnostic.hint], ["not-found", "did you mean 'service.yaml'?"]);
  assertEquals(codeOf(() => loader.text("dir", undefined)), "is-a-folder");
  assertEquals(["dir", "nothing"].map((path) => loader.textIfFile(path, undefined)), [undefined, undefined]);
  assertEquals(["file", "service.yaml"].map((path) => loader.textIfFile(path, undefined)?.text), ["f", ""]);
  assertEquals(await rejectionOf(() => loader.enter("service.yaml", undefined)), "not-a-folder");
  assertEquals(await rejectionOf(() => loader.enter("nothing", undefined)), "not-found");
  assertEquals(await rejectionOf(() => loader.enter("", undefined)), "empty-path");
  assertEquals(await rejectionOf(() => loader.enter("/w/a/dir", undefined)), "absolute-path");
});

Deno.test("a root must not contain one that is being built", async () => {
  const loader = await open("a/b", { files: { "a/b/c/x": "", "a/d/x": "" } });
  for (const path of [".", "..", "../b", "../../a"]) {
    assertEquals(await rejectionOf(() => loader.enter(path, undefined)), "cycle", path);
  }
  const messageOf = async (path: string) =>
    (await assertRejects(() => loader.enter(path, undefined), KustError)).diagnostic.message;
  assertEquals([await messageOf("."), await messageOf("..")], [
    "cycle: '.' refers to the folder 'a/b' while it is being built",
    "cycle: '..' refers to the folder 'a' while 'a/b' in it is being built",
  ]);
  const sibling = await loader.enter("../d", undefined);
  assertEquals(sibling.root, "/w/a/d");
  assertEquals(await rejectionOf(() => sibling.enter("../b", undefined)), "cycle");
  assertEquals((await loader.enter("c", undefined)).root, "/w/a/b/c");
});

Deno.test("a clone is a separate root, always restricted, and its bases must be inside it", async () => {
  const clone = new MemoryFileSystem({ "/clone/app/k.yaml": "k", "/clone/lib/x": "", "/outside/x": "out" });
  const remote: RemoteSources = {
    clone: () => Promise.resolve({ fileSystem: clone, dir: "/clone" }),
    fetch: () => Promise.reject(new Error("not asked for")),
  };
  const loader = await open("https://github.com/o/r//app?ref=v1", { files: {}, restrictToRoot: false, remote });
  assertEquals(loader.text("k.yaml", undefined).text, "k");
  assertEquals(
    assertThrows(() => loader.text("../../outside/x", undefined), KustError).diagnostic.hint,
    "in a repository, files outside the kustomization's folder are never loaded",
  );
  assertEquals((await loader.enter("../lib", undefined)).root, "/clone/lib");
  assertEquals(await rejectionOf(() => loader.enter("../../outside", undefined)), "outside-root");
  assertEquals(await rejectionOf(() => loader.enter("https://github.com/o/r//app?ref=v1", undefined)), "cycle");
});

Deno.test("a path that does not exist is reported with suggestions", async () => {
  const setup: Setup = {
    files: { "a/k.yaml": "", "a/shop/web.yaml": "", "b/kustomization.yaml/x": "" },
    links: { "a/broken.yaml": "gone.yaml" },
  };
  const loader = await open("a", setup);
  const hintOf = (path: string) => assertThrows(() => loader.text(path, undefined), KustError).diagnostic.hint;
  assertEquals(
    ["kk.yaml", "shop/wbe.yaml", "shpo/web.yaml", "else/where/x.yaml", "broken.yaml", "zzzzzzzz"].map(hintOf),
    [
      "did you mean 'k.yaml'?",
      "did you mean 'shop/web.yaml'?",
      "did you mean 'shop/web.yaml'?",
      "there is no folder 'else'",
      "it is a dangling symbolic link",
      undefined,
    ],
  );
  const folder = await open("b", setup);
  const { hint } = assertThrows(() => findKustomizationFile(folder), KustError).diagnostic;
  assertEquals(hint?.startsWith("name it"), true);
});

Deno.test("without remote sources, the error names the remote reference", async () => {
  assertEquals(await rejectionOf(() => open("https://github.com/o/r", { files: {} })), "no-capability");
  const loader = await open(".", { files: { x: "" } });
  assertEquals(await rejectionOf(() => loader.fetch("https://example.com/a.yaml", undefined)), "no-capability");
});

Deno.test("a root without a kustomization file is reported with folders that have one", async () => {
  const hintOf = async (names: string[], links: Record<string, string> = {}) => {
    const files = Object.fromEntries(["a/x", ...names].map((name) => [name, ""]));
    const loader = await open("a", { files, links });
    return assertThrows(() => findKustomizationFile(loader), KustError).diagnostic.hint;
  };
  const file = "kustomization.yaml";
  assertEquals(await hintOf([`a/b/${file}`, `a/c/d/${file}`, `a/e/f/g/${file}`]), "there is one in 'a/b', 'a/c/d'");
  assertEquals(await hintOf([`a/b/${file}`, file]), "there is one in 'a/b'");
  assertEquals(await hintOf([`a/.git/${file}`, `a/node_modules/${file}`, file]), "there is one in '.'");
  assertEquals(await hintOf([`b/${file}`, file], { "a/b": "../b" }), "there is one in '.'");
  assertEquals((await hintOf([`b/${file}`]))?.startsWith("name it kustomization.yaml or "), true);
});

Deno.test("files of clones are named by their repositories", async () => {
  const { files } = await open("a", { files: { "a/x": "", "c1/x": "", "c2/x": "" } });
  files.nameClone("/w/c1", parseRepoSpec("https://github.com/o/one")!);
  files.nameClone("/w/c2", parseRepoSpec("https://github.com/o/two?ref=v1")!);
  assertEquals(["/w/a/x", "/w/c1/x", "/w/c2/x"].map((path) => files.nameOf(path)), [
    "a/x",
    "https://github.com/o/one//x",
    "https://github.com/o/two//x?ref=v1",
  ]);
});

Deno.test("a root has one kustomization file", async () => {
  const find = async (files: Record<string, string>) => findKustomizationFile(await open("a", { files })).name;
  assertEquals(await find({ "a/kustomization.yml": "" }), "kustomization.yml");
  assertEquals(await find({ "a/Kustomization": "", "a/kustomization.yaml/x": "" }), "Kustomization");
  assertEquals(await rejectionOf(() => find({ "a/x": "" })), "no-kustomization");
  assertEquals(
    await rejectionOf(() => find({ "a/Kustomization": "", "a/kustomization.yaml": "" })),
    "many-kustomizations",
  );
});
