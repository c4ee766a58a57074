import { assertEquals } from "@std/assert";
import { inFolder } from "../../scripts/test_repository.ts";
import { watchFolders } from "../host/files/watch_folders.ts";
import { realHost } from "../host/real_host.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { SeenFiles } from "./seen_files.ts";
import { nextChange, type WatchFolders } from "./watcher.ts";

const watch: WatchFolders = (folders, onChange) => Promise.resolve(watchFolders(folders, onChange));

/** What is found to have changed after `change`, which is made while somebody waits. */
async function changedBy(seen: SeenFiles, change: () => void | Promise<void>): Promise<string[] | undefined> {
  const found = nextChange(seen, watch);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await change();
  return await found;
}

inFolder("editors save in several ways, each of which is one change", async (dir) => {
  const file = `${dir}/a.yaml`;
  Deno.writeTextFileSync(file, "1");
  const seen = new SeenFiles(realHost.fs);
  seen.readText(file);
  const ways: (() => void | Promise<void>)[] = [
    // Truncate and write.
    () => Deno.writeTextFileSync(file, "2"),
    // Empty it, and write a moment later.
    async () => {
      Deno.writeTextFileSync(file, "");
      await new Promise((resolve) => setTimeout(resolve, 20));
      Deno.writeTextFileSync(file, "3");
    },
    // Write a new file and rename it, as vim and many others do.
    () => {
      Deno.writeTextFileSync(`${dir}/.a.yaml.swp`, "4");
      Deno.renameSync(`${dir}/.a.yaml.swp`, file);
    },
    // Keep the old one as a copy.
    () => {
      Deno.renameSync(file, `${dir}/a.yaml~`);
      Deno.writeTextFileSync(file, "5");
    },
  ];
  for (const [at, way] of ways.entries()) {
    assertEquals(await changedBy(seen, way), [file], `way ${at}`);
    assertEquals(seen.readText(file), String(at + 2));
  }
});

inFolder("what was looked for and appears is a change, in a new folder too", async (dir) => {
  const seen = new SeenFiles(realHost.fs);
  assertEquals(seen.stat(`${dir}/base/kustomization.yml`), undefined);
  assertEquals(
    await changedBy(seen, () => {
      Deno.mkdirSync(`${dir}/base`);
      Deno.writeTextFileSync(`${dir}/base/kustomization.yml`, "");
    }),
    [`${dir}/base/kustomization.yml`],
  );
});

inFolder("a link that leads elsewhere is a change, a file beside is none", async (dir) => {
  Deno.mkdirSync(`${dir}/one`);
  Deno.mkdirSync(`${dir}/two`);
  Deno.writeTextFileSync(`${dir}/one/a`, "1");
  Deno.writeTextFileSync(`${dir}/two/a`, "2");
  Deno.symlinkSync("one", `${dir}/link`);
  const seen = new SeenFiles(realHost.fs);
  seen.isLink(`${dir}/link`);
  seen.readText(`${dir}/link/a`);
  const changed = await changedBy(seen, async () => {
    Deno.writeTextFileSync(`${dir}/one/beside`, "x");
    await new Promise((resolve) => setTimeout(resolve, 200));
    Deno.removeSync(`${dir}/link`);
    Deno.symlinkSync("two", `${dir}/link`);
  });
  // It was and is a link; what is seen by it is another file.
  assertEquals(changed, [`${dir}/link/a`]);
});

/** A way to watch that learns of changes when it is told. */
class Told {
  watched: readonly string[][] = [];
  tell: (folder: string) => void = () => {};
  readonly watch: WatchFolders = (folders, onChange) => {
    this.watched = [...this.watched, [...folders]];
    this.tell = onChange;
    return Promise.resolve(() => {});
  };
}

Deno.test("a burst of changes is over once it is quiet", async () => {
  const files = new MemoryFileSystem({ "/a": "1" });
  const seen = new SeenFiles(files);
  seen.readText("/a");
  const told = new Told();
  const found = nextChange(seen, told.watch).then((changed) => [changed, files.readText("/a")]);
  for (const text of ["", "2", "", "3"]) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    files.writeFile("/a", text);
    told.tell("/");
  }
  assertEquals(await found, [["/a"], "3"]);
});

Deno.test("a new folder does not count as a change, but is watched", async () => {
  const files = new MemoryFileSystem({ "/a": "1" });
  const seen = new SeenFiles(files);
  seen.stat("/new/x");
  const told = new Told();
  const found = nextChange(seen, told.watch);
  await new Promise((resolve) => setTimeout(resolve, 1));
  files.makeDir("/new");
  told.tell("/");
  while (told.watched.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
  files.writeFile("/new/x", "");
  told.tell("/new");
  assertEquals([await found, told.watched], [["/new/x"], [["/"], ["/new"]]]);
});

Deno.test("what changed while nobody watched is found at once, and waiting can be given up", async () => {
  const files = new MemoryFileSystem({ "/a": "1", "/charts/c/x": "1" });
  const seen = new SeenFiles(files);
  seen.readText("a");
  seen.seeTree("/charts");
  const silent: WatchFolders = () => Promise.resolve(() => {});
  files.writeFile("/a", "2");
  files.writeFile("/charts/c/y", "2");
  assertEquals(await nextChange(seen, silent), ["/a", "/charts/c/y"]);
  const controller = new AbortController();
  const waiting = nextChange(seen, silent, controller.signal);
  controller.abort();
  assertEquals(await waiting, undefined);
});
