import { assertEquals, assertThrows } from "@std/assert";
import { FileError, type FileSystem } from "../../load/file_system.ts";
import { diskFileSystem, nodeFileSystem } from "./disk_file_system.ts";

/** Runs a test on both ways to read the disk. */
function onDisk(name: string, body: (files: FileSystem, dir: string) => void): void {
  for (const [way, files] of Object.entries({ Deno: diskFileSystem, node: nodeFileSystem })) {
    Deno.test(`${name}, by ${way}`, () => {
      const dir = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-test-" }));
      try {
        body(files, dir);
      } finally {
        Deno.removeSync(dir, { recursive: true });
      }
    });
  }
}

onDisk("stat() and isLink() tell what there is", (files, dir) => {
  files.writeFile(`${dir}/file`, "x");
  Deno.chmodSync(`${dir}/file`, 0o4751);
  files.makeDir(`${dir}/folder/inner`, 0o700);
  Deno.symlinkSync("folder", `${dir}/link`);
  Deno.symlinkSync("nowhere", `${dir}/dangling`);
  const kinds = (name: string) => {
    const info = files.stat(`${dir}/${name}`);
    return [info?.isFile, info?.isDirectory, files.isLink(`${dir}/${name}`)];
  };
  assertEquals(kinds("file"), [true, false, false]);
  assertEquals(kinds("folder"), [false, true, false]);
  assertEquals(kinds("link"), [false, true, true]);
  assertEquals(kinds("dangling"), [undefined, undefined, true]);
  assertEquals(kinds("gone"), [undefined, undefined, false]);
  assertEquals(files.stat(`${dir}/file/below`), undefined);
  assertEquals([files.stat(`${dir}/file`)?.mode, files.stat(`${dir}/folder/inner`)?.mode], [0o4751, 0o700]);
  assertEquals([files.realPath(`${dir}/link`), files.readLink?.(`${dir}/link`)], [`${dir}/folder`, "folder"]);
  assertEquals(assertThrows(() => files.stat(`${dir}/${"x".repeat(300)}`), FileError).code, "other");
});

onDisk("files are read, nothing else", (files, dir) => {
  files.writeFile(`${dir}/file`, "text");
  for (const isReal of [true, false]) {
    assertEquals(files.readText(`${dir}/file`, isReal), "text");
    assertEquals([...files.readFile(`${dir}/file`, isReal)], [...new TextEncoder().encode("text")]);
    const code = (path: string) => assertThrows(() => files.readText(path, isReal), FileError).code;
    assertEquals([dir, `${dir}/gone`, `${dir}/file/x`, "/dev/zero"].map(code), [
      "is-directory",
      "not-found",
      "not-directory",
      "not-regular",
    ]);
  }
});

onDisk("accessOfOthers() tells what other users may do in a folder", (files, dir) => {
  const access = (mode: number) => {
    Deno.chmodSync(dir, mode);
    return files.accessOfOthers?.(dir);
  };
  const none = { write: false, enter: false, replace: false };
  assertEquals(access(0o700), none);
  assertEquals([0o711, 0o755, 0o710].map(access), Array(3).fill({ ...none, enter: true }));
  assertEquals([0o720, 0o702].map(access), Array(2).fill({ ...none, write: true, replace: true }));
  assertEquals(access(0o1777), { write: true, enter: true, replace: false });
  if (Deno.uid() !== 0) return;
  Deno.chownSync(dir, 12345, null);
  assertEquals([0o700, 0o1777].map(access), Array(2).fill({ write: true, enter: true, replace: true }));
});
