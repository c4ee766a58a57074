import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { FileError, type FileInfo, type FolderEntry } from "../load/file_system.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { Files } from "../load/files.ts";
import { checkRoot } from "./check_root.ts";
import { findTargets, searchTargets, type TargetChoice } from "./find_targets.ts";
import { parseShard } from "./shard.ts";

const KUSTOMIZATION = "resources: []\n";
const COMPONENT = "kind: Component\nresources: [../lib]\n";

function tree(): MemoryFileSystem {
  return new MemoryFileSystem({
    "/w/.git/HEAD": "ref: refs/heads/main\n",
    "/w/.git/info/exclude": "mine\n",
    "/w/.gitignore": "/out\nscratch/\n",
    "/w/r/.gitignore": "*.d\n!keep.d\n",
    "/w/r/base/kustomization.yaml": KUSTOMIZATION,
    "/w/r/base/.gitignore": "nested",
    "/w/r/base/nested/kustomization.yaml": KUSTOMIZATION,
    "/w/r/lib/Kustomization": KUSTOMIZATION,
    "/w/r/part/kustomization.yml": COMPONENT,
    "/w/r/prod/kustomization.yaml": "resources: [../base]\ncomponents: [../part]\n",
    "/w/r/prod/eu/kustomization.yaml": "bases: [..]\n",
    "/w/r/scratch/kustomization.yaml": KUSTOMIZATION,
    "/w/r/mine/kustomization.yaml": KUSTOMIZATION,
    "/w/r/x.d/kustomization.yaml": KUSTOMIZATION,
    "/w/r/keep.d/kustomization.yaml": KUSTOMIZATION,
    "/w/r/.hidden/kustomization.yaml": KUSTOMIZATION,
    "/w/r/node_modules/a/kustomization.yaml": KUSTOMIZATION,
    "/w/r/docs/Kustomization/readme.md": "",
    "/w/r/docs/Kustomization/sub/kustomization.yaml": KUSTOMIZATION,
  }, "/w");
}

function found(choice: TargetChoice = {}, files = tree(), root = "r"): string[] {
  return findTargets(root, files, choice).targets.map(({ below }) => below);
}

const ALL = ["base", "docs/Kustomization/sub", "keep.d", "lib", "prod", "prod/eu"];

Deno.test("findTargets() finds targets that git does not ignore, and does not mistake a folder for a file", () => {
  assertEquals(found(), ALL);
  assertEquals(findTargets("r", tree()).components, ["r/part"]);
  assertEquals(findTargets("/w/r", tree()).targets[0], {
    path: "/w/r/base",
    below: "base",
    real: "/w/r/base",
  });
  assertEquals(found({ noIgnore: true }), [
    "base",
    "base/nested",
    "docs/Kustomization/sub",
    "keep.d",
    "lib",
    "mine",
    "prod",
    "prod/eu",
    "scratch",
    "x.d",
  ]);
});

Deno.test("findTargets() omits targets that others build on, directly or through a component", () => {
  assertEquals(found({ leaves: true }), ["docs/Kustomization/sub", "keep.d", "prod/eu"]);
});

Deno.test("findTargets() matches patterns with folders and their contents", () => {
  assertEquals(found({ include: ["prod"] }), ["prod", "prod/eu"]);
  assertEquals(found({ include: ["/prod", "docs"], exclude: ["eu"] }), ["docs/Kustomization/sub", "prod"]);
  assertEquals(found({ exclude: ["*"] }), []);
});

Deno.test("searchTargets() finds the same by kinds of entries, and tells the builds what it has read", () => {
  const asked: string[] = [];
  class WithKinds extends MemoryFileSystem {
    override stat(path: string): FileInfo | undefined {
      if (/^\/.*\.gitignore$/.test(path)) asked.push(path);
      return super.stat(path);
    }
    override readText(path: string, isReal?: boolean): string {
      if (!path.endsWith("/.gitignore")) asked.push(`${path} ${isReal === true}`);
      return super.readText(path);
    }
    entries(path: string): FolderEntry[] {
      return this.readDir(path).map((name) => {
        const child = `${path}/${name}`;
        const kind = this.isLink(child) ? "other" : this.stat(child)?.isDirectory ? "folder" : "file";
        return { name, kind };
      });
    }
  }
  const given = {
    ".gitignore": "/out\n",
    "base/kustomization.yaml": KUSTOMIZATION,
    "base/nested/.gitignore": "off\n",
    "base/nested/off/kustomization.yaml": KUSTOMIZATION,
    "both/kustomization.yaml": KUSTOMIZATION,
    "both/kustomization.yml": KUSTOMIZATION,
    "linked/readme.md": "",
    "out/kustomization.yaml": KUSTOMIZATION,
    "part/Kustomization": COMPONENT,
    "other/Kustomization": COMPONENT,
  };
  const known = [MemoryFileSystem, WithKinds].map((Class) => {
    const disk = new Class(Object.fromEntries(Object.entries(given).map(([path, text]) => [`/w/${path}`, text])), "/w");
    disk.makeLink("/w/linked/kustomization.yaml", "../base/kustomization.yaml");
    disk.makeLink("/w/folder", "base");
    disk.makeLink("/w/other/kustomization.yaml", "../part/Kustomization");
    const files = new Files(disk);
    const { targets, components } = searchTargets(".", disk, false, files);
    assertEquals(targets.map(({ below }) => below), ["base", "both", "linked"]);
    assertEquals(components, ["other", "part"]);
    return [...files.kustomizationFiles].map(([folder, name]) => `${folder}/${name}`);
  });
  // What may be a link, or one of several, is left to the builds.
  assertEquals(known, [[], ["/w/base/kustomization.yaml", "/w/part/Kustomization"]]);
  // A link is read as one, and rules only where there are some.
  assertEquals(asked, [
    "/w/.gitignore",
    "/w/base/kustomization.yaml true",
    "/w/base/nested/.gitignore",
    "both/kustomization.yaml false",
    "linked/kustomization.yaml false",
    "other/kustomization.yaml false",
    "/w/part/Kustomization true",
  ]);
});

Deno.test("each target is in one share", () => {
  const shares = ["1/3", "2/3", "3/3"].map((text) => found({ shard: parseShard(text) }));
  assertEquals(shares.flat().sort(), ALL);
  assertEquals(shares.map((share) => share.length), [2, 2, 2]);
  for (const text of ["0/3", "4/3", "1", "a/b", "1/0"]) {
    assertEquals(assertThrows(() => parseShard(text), KustError).diagnostic.code, "invalid-flag-value");
  }
});

Deno.test("findTargets() continues after folders that cannot be read, and names that cannot be opened", () => {
  class Refusing extends MemoryFileSystem {
    override readDir(path: string): string[] {
      if (path === "r/prod") throw new FileError("permission", path, `${path}: permission denied`);
      return path === "r/lib" ? [...super.readDir(path), "a\ufffd", "removed"] : super.readDir(path);
    }
  }
  const files = new Refusing({
    "/w/r/lib/kustomization.yaml": KUSTOMIZATION,
    "/w/r/lib/really\ufffd": "",
    "/w/r/prod/kustomization.yaml": KUSTOMIZATION,
    "/w/r/z/kustomization.yaml": KUSTOMIZATION,
  }, "/w");
  assertEquals(found({}, files), ["lib", "z"]);
  assertEquals(findTargets("r", files).problems.map(({ message }) => message), [
    "cannot access 'r/lib/a\\ufffd': the name is not UTF-8",
    "cannot access 'r/prod': permission denied",
  ]);
});

Deno.test("findTargets() takes what cannot be read for a target, and only kind: Component for a component", () => {
  const texts = {
    a: "# Component\nkind: Kustomization\n",
    b: "kind: [Component]\n",
    c: "kind: Component\nkind: Component\n",
    d: "kind: Component: x\n",
    e: "- kind: Component\n",
    f: "kind: Component\n",
    g: "Kind: Component\n",
    h: "<<: {kind: Component}\n",
  };
  const files = Object.entries(texts).map(([name, text]) => [`/w/r/${name}/kustomization.yaml`, text]);
  const { targets, components } = findTargets("r", new MemoryFileSystem(Object.fromEntries(files), "/w"));
  assertEquals([targets.map(({ below }) => below), components], [["a", "b", "d", "e"], ["r/c", "r/f", "r/g", "r/h"]]);
});

Deno.test("findTargets() heeds only the folder's own .gitignore outside of a repository", () => {
  const files = (rest: Record<string, string>) =>
    new MemoryFileSystem({
      "/w/.gitignore": "a\n",
      "/w/r/.gitignore": "b\n",
      ...Object.fromEntries(["a", "b", "c"].map((name) => [`/w/r/${name}/kustomization.yaml`, KUSTOMIZATION])),
      ...rest,
    }, "/w");
  assertEquals(found({}, files({})), ["a", "c"]);
  assertEquals(found({}, files({ "/w/.git/HEAD": "" })), ["c"]);
  assertEquals(found({}, files({ "/.git/HEAD": "" })), ["c"]);
  // What git keeps there cannot be seen.
  const refusing = files({ "/w/.git/HEAD": "" });
  const stat = refusing.stat.bind(refusing);
  refusing.stat = (path) => {
    if (path === "/w/.git") throw new FileError("permission", path, `${path}: permission denied`);
    return stat(path);
  };
  assertEquals(found({}, refusing), ["a", "c"]);
});

Deno.test("findTargets() heeds patterns for kustomization files, but takes none of them for a folder", () => {
  const files = new MemoryFileSystem({
    "/w/.git/HEAD": "",
    "/w/.gitignore": "kustomization.yaml/\nb/kustomization.yaml\n",
    "/w/r/a/kustomization.yaml": KUSTOMIZATION,
    "/w/r/b/kustomization.yaml": KUSTOMIZATION,
    "/w/r/b/kustomization.yml": KUSTOMIZATION,
    "/w/r/c/b/kustomization.yaml": KUSTOMIZATION,
  }, "/w");
  assertEquals(found({}, files), ["a", "b", "c/b"]);
});

Deno.test("findTargets() takes one that names itself for a leaf, and no other that is named", () => {
  const files = new MemoryFileSystem({
    "/w/r/a/kustomization.yaml": "resources: [../a, ../b, ../gone, r.yaml]\n",
    "/w/r/b/kustomization.yaml": KUSTOMIZATION,
  }, "/w");
  assertEquals(found({ leaves: true }, files), ["a"]);
});

Deno.test("checkRoot() wants a folder in one of the file systems", () => {
  const other = new MemoryFileSystem({ "/w/new/x": "", "/w/r": "" }, "/w");
  const codeOf = (root: string) => assertThrows(() => checkRoot(root, tree(), other), KustError).diagnostic.code;
  for (const root of ["r", "new", "."]) checkRoot(root, tree(), other);
  assertEquals([codeOf("nope"), codeOf("r/lib/Kustomization"), codeOf("new/x")], [
    "not-found",
    "not-a-folder",
    "not-a-folder",
  ]);
});
