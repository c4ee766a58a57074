import { assertEquals, assertThrows } from "@std/assert";
import { FileError, type FileSystem } from "../load/file_system.ts";
import { LayeredFileSystem } from "../load/file_systems/layered_file_system.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { encodeUtf8 } from "../text/bytes/utf8.ts";
import type { Committed, Differences } from "./changes.ts";
import { CommitFileSystem } from "./commit_file_system.ts";

function disk(): MemoryFileSystem {
  const files = new MemoryFileSystem({
    "/out/x": "out",
    "/w/same/x": "same",
    "/w/edited/x": "new",
    "/w/edited/kept": "kept",
    "/w/edited/added": "new",
    "/w/fresh/a": "new",
    "/w/fresh/deep/b": "new",
    "/w/emptied/deep/added": "new",
    "/w/partly/added": "new",
    "/w/partly/kept": "kept",
    "/w/now-file": "new",
    "/w/now-folder/x": "new",
    "/w/sub/.git": "gitdir",
    "/w/sub/x": "other",
  }, "/w");
  files.makeDir("/w/void");
  files.makeLink("/w/link", "same");
  files.makeLink("/w/moved", "edited");
  files.makeLink("/w/now-link", "same");
  return files;
}

const OLD: Record<string, string> = {
  "/w/edited/x": "old",
  "/w/gone/deep/x": "old",
  "/w/now-file/x": "old",
  "/w/now-folder": "old",
  "/w/now-link/y": "old",
  "/w/moved": "same/x",
};

const HIDDEN = [
  "/w/edited/added",
  "/w/fresh/",
  "/w/emptied/deep/added",
  "/w/partly/added",
  "/w/now-file",
  "/w/now-folder/x",
  "/w/now-link",
];

function committed(path: string): Committed {
  const kind = path === "/w/moved" ? "link" : "file";
  return { path, kind, mode: path === "/w/gone/deep/x" ? 0o755 : 0o644, object: "1", repository: "/w" };
}

function filesOf(below: FileSystem = disk()): CommitFileSystem {
  const differences: Differences = {
    committed: [...Object.keys(OLD), "/w/lost"].map(committed),
    onlyNow: HIDDEN,
    unknown: [{ path: "/w/sub", commit: "0123456789abcdef", isGone: false }],
  };
  const contents = new Map<string, Uint8Array | FileError>(
    Object.entries(OLD).map(([path, text]) => [path, encodeUtf8(text)]),
  );
  contents.set("/w/lost", new FileError("other", "/w/lost", "/w/lost: lost"));
  return new CommitFileSystem(below, "/w", differences, contents);
}

/** What is at a path, and what a look at it leaves known must not change the answer. */
function kindsOf(files: FileSystem, path: string): string[] {
  return [1, 2].map(() => {
    const info = files.stat(path);
    const kind = info === undefined ? "nothing" : info.isFile ? "file" : "folder";
    assertEquals(info?.isDirectory, info && !info.isFile);
    return `${files.isLink(path) ? "link to " : ""}${kind} ${info?.mode.toString(8) ?? ""}`.trim();
  });
}

Deno.test("a commit has what is the same on the disk, and what it had itself", () => {
  const kinds = {
    "/": "folder 755",
    "/out/x": "file 644",
    "/w": "folder 755",
    "/w/same/x": "file 644",
    "/w/edited/x": "file 644",
    "/w/edited/added": "nothing",
    "/w/fresh": "nothing",
    "/w/fresh/deep/b": "nothing",
    "/w/emptied": "nothing",
    "/w/emptied/deep": "nothing",
    "/w/partly": "folder 755",
    "/w/void": "folder 755",
    "/w/gone/deep": "folder 755",
    "/w/gone/deep/x": "file 755",
    "/w/now-file": "folder 755",
    "/w/now-folder": "file 644",
    "/w/now-folder/x": "nothing",
    "/w/now-link": "folder 755",
    "/w/now-link/x": "nothing",
    "/w/now-link/y": "file 644",
    "/w/link": "link to folder 755",
    "/w/moved": "link to file 644",
    "same/../edited/kept": "file 644",
  };
  const files = filesOf();
  for (const [path, kind] of Object.entries(kinds)) assertEquals(kindsOf(files, path), [kind, kind], path);
});

Deno.test("a commit lists the names of both, without those that only the disk has", () => {
  const names = {
    "/w": [
      "edited",
      "gone",
      "link",
      "lost",
      "moved",
      "now-file",
      "now-folder",
      "now-link",
      "partly",
      "same",
      "sub",
      "void",
    ],
    "/w/edited": ["kept", "x"],
    "/w/gone": ["deep"],
    "/w/link": ["x"],
    "/w/now-file": ["x"],
    "/w/now-link": ["y"],
    "/out": ["x"],
  };
  const files = filesOf();
  for (const [path, list] of Object.entries(names)) assertEquals(files.readDir(path), list, path);
  assertThrows(() => files.readDir("/w/fresh"), FileError, "no such file");
  assertThrows(() => files.readDir("/w/now-folder"), FileError, "not a directory");
});

Deno.test("a commit's texts and bytes are those of the disk only where it has the same", () => {
  const texts = {
    "/w/same/x": "same",
    "/w/edited/x": "old",
    "/w/edited/kept": "kept",
    "/w/now-folder": "old",
    "/w/link/x": "same",
    "/w/moved": "same",
    "/out/x": "out",
  };
  const files = filesOf();
  for (const [path, text] of Object.entries(texts)) {
    assertEquals([files.readText(path), files.readText(path)], [text, text], path);
    files.readFile(path)[0] = 0;
    assertEquals(files.readFile(path), encodeUtf8(text), path);
  }
  for (const read of [files.readText.bind(files), files.readFile.bind(files)]) {
    assertThrows(() => read("/w/lost"), FileError, "lost");
    assertThrows(() => read("/w/edited/added"), FileError, "no such file");
    assertThrows(() => read("/w/edited"), FileError, "is a directory");
  }
  assertEquals(
    ["/w/same/x", "/w/edited/x", "/w/same", "/w/fresh/a"].map((path) => files.sameAs(path) !== undefined),
    [true, false, false, false],
  );
});

Deno.test("a commit's links lead where they led", () => {
  const files = filesOf();
  for (let round = 0; round < 2; round++) {
    assertEquals(["/w/link", "/w/moved"].map((path) => files.readLink(path)), ["same", "same/x"]);
    assertEquals(["/w/link/x", "/w/moved", "edited/x"].map((path) => files.realPath(path)), [
      "/w/same/x",
      "/w/same/x",
      "/w/edited/x",
    ]);
    assertThrows(() => files.realPath("/w/fresh"), FileError, "no such file");
  }
  const withoutTexts: FileSystem = Object.assign(new LayeredFileSystem(disk()), { readLink: undefined });
  assertEquals([filesOf(withoutTexts).readLink("/w/link"), filesOf(withoutTexts).readText("/w/link/x")], [
    "/w/same",
    "same",
  ]);
});

Deno.test("files of the disk are read as real paths, in which nobody may put a link", () => {
  const asked: unknown[] = [];
  const below = Object.assign(disk(), {
    readFile: (...words: unknown[]) => (asked.push(words), new Uint8Array()),
    readText: (...words: unknown[]) => (asked.push(words), ""),
  });
  filesOf(below).readFile("/w/link/x");
  filesOf(below).readText("/w/link/x");
  assertEquals(asked, [["/w/same/x", true], ["/w/same/x", true]]);
});

Deno.test("a submodule whose commit is missing is told by what would need it", () => {
  const files = filesOf();
  assertThrows(() => files.stat("/w/sub/x"), FileError, "the submodule's commit 0123456789ab is not in its clone");
  assertEquals(files.stat("/w/sub/.git")?.isFile, true);
});

Deno.test("a commit cannot be changed, but temporary files can be written", () => {
  const below = disk();
  const files = filesOf(below);
  assertEquals([files.cwd(), files.pathOf("a\\b"), files.stat("/out/y")], ["/w", "a\\b", undefined]);
  files.writeFile("/out/y", "1", 0o600);
  assertEquals([files.readText("/out/y"), below.stat("/out/y")?.mode], ["1", 0o600]);
  for (
    const write of [
      () => files.writeFile("/w/a", ""),
      () => files.writeFile("../out/y", ""),
      () => files.replaceFile("/w/same/x"),
      () => files.makeDir("/w/d"),
      () => files.remove("/w/same/x"),
    ]
  ) assertThrows(write, FileError, "a commit cannot be changed");
});
