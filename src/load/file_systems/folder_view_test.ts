import { assertEquals } from "@std/assert";
import { FolderView } from "./folder_view.ts";
import { MemoryFileSystem } from "./memory_file_system.ts";

Deno.test("FolderView resolves relative paths from its folder, and keeps absolute ones", () => {
  const whole = new MemoryFileSystem({ "/w/a": "here", "/w/sub/a": "below", "/other/x": "far" }, "/w");
  whole.makeLink("/w/sub/link", "/other");
  const view = new FolderView(whole, "/w/sub");
  assertEquals(view.cwd(), "/w/sub");
  assertEquals([view.readText("a"), view.readText("../a"), view.readText("/w/a")], ["below", "here", "here"]);
  assertEquals([view.stat("a")?.isFile, view.stat("b"), view.isLink("link")], [true, undefined, true]);
  assertEquals([view.realPath("link/x"), view.readLink("link")], ["/other/x", "/other"]);
  assertEquals(view.readDir("."), ["a", "link"]);
  view.makeDir("new");
  view.writeFile("new/f", "1");
  view.replaceFile("a", "2");
  view.remove("link");
  assertEquals([whole.readText("/w/sub/new/f"), whole.readText("/w/sub/a"), whole.stat("/w/sub/link")], [
    "1",
    "2",
    undefined,
  ]);
  assertEquals(new TextDecoder().decode(view.readFile("a")), "2");
});

Deno.test("FolderView keeps what a file system says of other users, and takes one that says nothing as private", () => {
  const whole = new MemoryFileSystem({ "/w/a": "" }, "/w");
  assertEquals(new FolderView(whole, "/w").accessOfOthers("."), { write: false, enter: false });
  const told: string[] = [];
  const access = { write: true, enter: true };
  const open = Object.assign(whole, { accessOfOthers: (path: string) => (told.push(path), access) });
  assertEquals([new FolderView(open, "/w").accessOfOthers("a"), told], [access, ["/w/a"]]);
});
