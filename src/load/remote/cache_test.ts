import { assert, assertEquals } from "@std/assert";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { encodeUtf8 } from "../../text/bytes/utf8.ts";
import { MemoryFileSystem } from "../file_systems/memory_file_system.ts";
import { RemoteCache, repositoriesIn } from "./cache.ts";

const URL = "https://host/org/repo";
const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const GIT = "/clone/.git";

/** Files whose access by others a test decides. */
class SharedFiles extends MemoryFileSystem {
  writable = "";
  replaceable = "";
  isOpen = false;

  accessOfOthers(path: string) {
    return { write: path === this.writable, enter: this.isOpen, replace: path === this.replaceable };
  }
}

function cacheOf(files: Record<string, string> = {}) {
  const disk = new SharedFiles({ "/other": "", ...files });
  return { disk, cache: new RemoteCache(disk, "/cache") };
}

/** A repository with a submodule whose name has a slash, and a folder of modules without one. */
const CLONE = {
  [`${GIT}/objects/pack/pack-0a.pack`]: "objects",
  [`${GIT}/objects/pack/pack-0a.idx`]: "not kept",
  [`${GIT}/shallow`]: `${COMMIT}\n`,
  [`${GIT}/modules/a/b/objects/pack/pack-0b.pack`]: "objects of b",
  [`${GIT}/modules/none/x`]: "",
  [`${GIT}/modules/file`]: "",
};

/** The only path below a folder that ends with a text. */
function pathOf(disk: MemoryFileSystem, folder: string, end = ""): string {
  const below = (path: string): string[] =>
    disk.stat(path)?.isDirectory ? disk.readDir(path).flatMap((name) => below(`${path}/${name}`)) : [path];
  const found = below(folder).filter((path) => path.endsWith(end));
  assertEquals(found.length, 1);
  return found[0]!;
}

Deno.test("repositoriesIn() finds a repository and those of its submodules", () => {
  assertEquals([...repositoriesIn(cacheOf(CLONE).disk, GIT)], ["", "modules/a/b"]);
});

Deno.test("a commit is kept with its submodules, and found by its hash and by its ref", () => {
  const { cache } = cacheOf(CLONE);
  assertEquals([cache.parts(COMMIT, true), cache.commitOf(URL, "v1")], [undefined, undefined]);
  cache.keep(URL, "v1", COMMIT, true, GIT);
  const parts = cache.parts(COMMIT, true)?.map(({ place, packs, shallow }) => [place, [...packs.keys()], shallow]);
  assertEquals(parts?.sort(), [["", ["pack-0a.pack"], `${COMMIT}\n`], ["modules/a/b", ["pack-0b.pack"], undefined]]);
  assertEquals([cache.commitOf(URL, "v1"), cache.commitOf(URL, "v2")], [COMMIT, undefined]);
  assertEquals(cache.parts(COMMIT, false), undefined);
  cache.drop(COMMIT, true);
  assertEquals(cache.parts(COMMIT, true), undefined);
});

Deno.test("a commit that is not complete counts as missing, and is kept again", () => {
  const { disk, cache } = cacheOf(CLONE);
  cache.keep(URL, "v1", COMMIT, true, GIT);
  const whole = pathOf(disk, "/cache/git/packs", "/whole");
  disk.remove(whole);
  assertEquals(cache.parts(COMMIT, true), undefined);
  disk.makeDir(whole);
  cache.keep(URL, "v1", COMMIT, true, GIT);
  assertEquals(cache.parts(COMMIT, true)?.length, 2);
  // A commit that is complete is not written again.
  disk.remove(`${GIT}/objects`);
  cache.keep(URL, "v2", COMMIT, true, GIT);
  assertEquals([cache.parts(COMMIT, true)?.length, cache.commitOf(URL, "v2")], [2, COMMIT]);
});

Deno.test("what has been damaged counts as missing", () => {
  const { disk, cache } = cacheOf(CLONE);
  cache.keep(URL, "v1", COMMIT, true, GIT);
  disk.writeFile(pathOf(disk, "/cache/git/refs"), "--upload-pack=x\n");
  disk.writeFile(pathOf(disk, "/cache/git/packs", "/shallow"), "x\n");
  assertEquals(cache.commitOf(URL, "v1"), undefined);
  assertEquals(cache.parts(COMMIT, true)?.map(({ shallow }) => shallow), [undefined, undefined]);
  cache.keepFile(URL, encodeUtf8("text"));
  assertEquals([cache.file(URL), cache.file(`${URL}/x`)], [encodeUtf8("text"), undefined]);
  const file = pathOf(disk, "/cache/files");
  disk.writeFile(file, disk.readText(file).replace("text", "test"));
  assertEquals(cache.file(URL), undefined);
});

Deno.test("what is in the way of a file is removed: files, folders and links", () => {
  const wrong: Record<string, (disk: MemoryFileSystem, path: string) => void> = {
    folder: (disk, path) => disk.makeDir(path),
    file: (disk, path) => disk.writeFile(path, "x"),
    danglingLink: (disk, path) => disk.makeLink(path, "/nowhere"),
    linkToFolder: (disk, path) => disk.makeLink(path, "/far"),
    linkToFile: (disk, path) => disk.makeLink(path, "/far/file"),
  };
  const packs = `/cache/git/packs/${COMMIT}`;
  for (const [name, put] of Object.entries(wrong)) {
    const ref = (disk: MemoryFileSystem) => pathOf(disk, "/cache/git/refs");
    for (const place of ["/cache/git", "/cache/git/refs", ref, "/cache/git/packs", packs, `${packs}/whole`]) {
      const { disk, cache } = cacheOf({ ...CLONE, "/far/file": "kept" });
      cache.keep(URL, "v1", COMMIT, true, GIT);
      const path = typeof place === "string" ? place : place(disk);
      disk.remove(path);
      put(disk, path);
      cache.keep(URL, "v1", COMMIT, true, GIT);
      const found = [cache.commitOf(URL, "v1"), cache.parts(COMMIT, true)?.length, disk.readText("/far/file")];
      assertEquals([...found, disk.readDir("/far")], [COMMIT, 2, "kept", ["file"]], `${name} at ${path}`);
    }
  }
});

Deno.test("files that others can write are refused: the folder, and what is in it if they can enter it", () => {
  const { disk, cache } = cacheOf();
  cache.keepFile(URL, encodeUtf8("text"));
  const file = pathOf(disk, "/cache/files");
  const canRead = (writable: string, isOpen: boolean): boolean => {
    Object.assign(disk, { writable, isOpen });
    try {
      return cache.file(URL) !== undefined;
    } catch (error) {
      assertEquals(error instanceof KustError && error.diagnostic.code, "unsafe-configuration");
      return false;
    }
  };
  const paths = ["", "/cache", "/cache/files", file];
  assertEquals(paths.map((path) => canRead(path, false)), [true, false, true, true]);
  assertEquals(paths.map((path) => canRead(path, true)), [true, false, false, false]);
  Object.assign(disk, { writable: "/cache/files", isOpen: true });
  diagnosticOf("unsafe-configuration", () => cache.keepFile(URL, encodeUtf8("text")));
});

Deno.test("a cache is refused below a folder in which others can replace it, also on the way through links", () => {
  const readable = (replaceable: string, dir = "/home/cache") => {
    const disk = new SharedFiles({ "/far/shared/own/x": "", "/home/x": "", "/mnt/x": "" }, "/home");
    disk.makeLink("/home/cache", "../mnt/cache");
    disk.makeLink("/mnt/cache", "/far/shared/own");
    const cache = () => new RemoteCache(disk, dir);
    cache().keepFile(URL, encodeUtf8("text"));
    disk.replaceable = replaceable;
    if (replaceable === "") return cache().file(URL) !== undefined;
    const { message, hint } = diagnosticOf("unsafe-configuration", () => cache().file(URL));
    assertEquals(message, `security: other users can replace the folder of --remote-cache in '${replaceable}'`);
    assert(hint?.includes("only you can write"));
    diagnosticOf("unsafe-configuration", () => cache().keepFile(URL, encodeUtf8("text")));
  };
  assertEquals(readable(""), true);
  for (const path of ["/", "/home", "/mnt", "/far", "/far/shared"]) {
    readable(path);
    readable(path, "cache");
  }
});

Deno.test("a folder that cannot be written is an error", () => {
  const cache = new RemoteCache(cacheOf().disk, "/other/cache");
  diagnosticOf("file-error", () => cache.keepFile(URL, encodeUtf8("text")));
});
