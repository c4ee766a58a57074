import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { OwnOutputs } from "./own_outputs.ts";

const LIST = "/w/out/.kust-outputs";

/** The files that are removed and that are left, of a list and an output folder. */
function updated(list: Record<string, unknown>, files: readonly string[]): [removed: string[], left: string[]] {
  const fileSystem = new MemoryFileSystem({
    [LIST]: JSON.stringify({ outputs: list }),
    ...Object.fromEntries(files.map((path) => [`/w/out/${path}`, ""])),
    "/w/outside.yaml": "",
  }, "/w");
  const removed = new OwnOutputs(fileSystem, "/w/out").update(() => true);
  const left: string[] = [];
  const walk = (folder: string) => {
    for (const name of fileSystem.readDir(folder)) {
      const path = `${folder}/${name}`;
      left.push(path.replace("/w/", ""));
      if (fileSystem.stat(path)?.isDirectory) walk(path);
    }
  };
  walk("/w");
  return [removed, left.filter((path) => !["out", "out/.kust-outputs"].includes(path))];
}

Deno.test("OwnOutputs removes listed files and the folders that are empty then", () => {
  assertEquals(
    updated({ "a/b/c.yaml": "../x", "d.yaml": "../y" }, ["a/b/c.yaml", "a/other.yaml", "d.yaml", "e.yaml"]),
    [
      ["a/b/c.yaml", "d.yaml"],
      ["out/a", "out/a/other.yaml", "out/e.yaml", "outside.yaml"],
    ],
  );
  assertEquals(updated({ "a/b/c.yaml": "../x" }, ["a/b/c.yaml", "a/b/other.yaml"])[1].includes("out/a/b"), true);
  assertEquals(updated({ "a/b/c.yaml": "../x" }, ["a/b/c.yaml"]), [["a/b/c.yaml"], ["outside.yaml"]]);
  assertEquals(updated({ "gone.yaml": "../x", "folder.yaml": "../y" }, ["folder.yaml/x"])[0], []);
});

Deno.test("OwnOutputs removes nothing outside of its folder, and no other kind of file", () => {
  const files = ["a.txt", "b.yaml", "c/d.yaml"];
  for (const name of ["../outside.yaml", "/w/outside.yaml", "a.txt", "./b.yaml", "c//d.yaml", "c/../b.yaml"]) {
    assertEquals(updated({ [name]: "../x" }, files)[0], [], name);
  }
  assertEquals(updated({ "b.yaml": 1, "c/d.yaml": null }, files)[0], []);
});

Deno.test("OwnOutputs notes where the targets are, from the folder", () => {
  const files = new MemoryFileSystem({ "/w/app/x": "", "/w/out/y": "" }, "/w");
  files.makeLink("/w/link", "app");
  const outputs = new OwnOutputs(files, "/w/out");
  outputs.wrote({ path: "app", file: "a.yaml" });
  outputs.wrote({ path: "link", file: "b.yaml" });
  outputs.wrote({ path: "app", real: "/w/other", file: "c.yaml" });
  outputs.wrote({ path: "https://example.com/x", file: "d.yaml" });
  assertEquals(outputs.update(() => false), []);
  assertEquals(JSON.parse(files.readText(LIST)).outputs, {
    "a.yaml": "../app",
    "b.yaml": "../app",
    "c.yaml": "../other",
    "d.yaml": "https://example.com/x",
  });
});
