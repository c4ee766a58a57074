import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { FileError } from "../../load/file_system.ts";
import { type DenoFiles, denoReading } from "./deno_reading.ts";
import { nodeReading } from "./node_reading.ts";
import { checkOpened } from "./opened_file.ts";

const READINGS = { node: nodeReading, deno: denoReading(Deno as unknown as DenoFiles) };

Deno.test("a file is not read if its path has got a link since it was checked", () => {
  const dir = fs.realpathSync(fs.mkdtempSync(`${tmpdir()}/kust-test-`));
  try {
    for (const name of ["sub", "secret"]) {
      fs.mkdirSync(`${dir}/${name}`);
      fs.writeFileSync(`${dir}/${name}/r.yaml`, `\ufeff${name}`);
    }
    Deno.symlinkSync("secret/r.yaml", `${dir}/file`);
    Deno.symlinkSync("secret", `${dir}/folder`);
    for (const [name, { readFile, readText }] of Object.entries(READINGS)) {
      assertEquals(readText(`${dir}/sub/r.yaml`, true), "\ufeffsub", name);
      assertEquals(readFile(`${dir}/sub/r.yaml`, true).length, 6, name);
      for (const path of [`${dir}/file`, `${dir}/folder/r.yaml`]) {
        assertEquals(readText(path), "\ufeffsecret", name);
        for (const read of [readFile, readText]) {
          const { code, message } = assertThrows(() => read(path, true), FileError, undefined, name);
          assertEquals([code, message], ["other", `${path}: was replaced by a link while it was read`], name);
        }
      }
    }
  } finally {
    fs.rmSync(dir, { recursive: true });
  }
});

Deno.test("a file that grows while it is read is read completely", () => {
  const chunks = ["ab", "cd", "e"];
  const info = { isFile: true, isDirectory: false, mode: 0, size: 1, dev: 1, ino: 1 };
  const open = {
    statSync: () => info,
    readSync: (buffer: Uint8Array) => {
      const chunk = chunks.shift();
      if (chunk === undefined) return null;
      buffer.set(new TextEncoder().encode(chunk));
      return chunk.length;
    },
    close: () => {},
  };
  const deno = { ...Deno, build: { os: "darwin" }, openSync: () => open, statSync: () => info, lstatSync: () => info };
  const reading = denoReading({ ...deno, realPathSync: (path: string) => path } as unknown as DenoFiles);
  assertEquals(reading.readText("/a", true), "abcde");
});

Deno.test("Deno's descriptor is found by the file that it belongs to", () => {
  const file = (ino: number) => ({ isFile: true, isDirectory: false, mode: 0, size: 0, dev: 1, ino });
  /** The paths of open files by descriptor; those but 9 and 200 are another file, on the same disk or another. */
  const read = (descriptor: number, path: string) => {
    const asked: string[] = [];
    const descriptorOf = (link: string) => Number(/^\/proc\/self\/fd\/(\d+)$/.exec(link)?.[1]);
    const deno = {
      ...Deno,
      build: { os: "linux" },
      openSync: () => ({ statSync: () => file(7), readSync: () => null, close: () => {} }),
      statSync: (path: string) => {
        const number = descriptorOf(path);
        if (number === descriptor || Number.isNaN(number)) return file(7);
        return number % 2 === 0 ? file(8) : { ...file(7), dev: 2 };
      },
      readLinkSync: (link: string) => (asked.push(link), descriptorOf(link) === descriptor ? path : "/other"),
      lstatSync: () => file(7),
    };
    denoReading(deno as unknown as DenoFiles).readText("/a", true);
    return asked;
  };
  assertEquals(read(9, "/a").slice(1), ["/proc/self/fd/9"]);
  // It is mostly the same one again.
  assertEquals(read(9, "/a"), ["/proc/self/fd/9"]);
  assertThrows(() => read(10, "/elsewhere"), FileError, "replaced by a link");
  assertEquals(read(255, "/a"), ["/proc/self/fd/10", "/proc/self/fd/255"]);
});

Deno.test("without a path of the descriptor, the path is checked again", () => {
  const check = (openedPath: string | undefined, real: string, ino: number) =>
    checkOpened("/k/A", { dev: 1, ino: 7 }, openedPath, { realPath: () => real, identity: () => ({ dev: 1, ino }) });
  check("/k/A", "/elsewhere", 0);
  check("/k/A (deleted)", "/elsewhere", 0);
  check(undefined, "/k/A", 7);
  check("/k/a", "/elsewhere", 7);
  const replaced: [string | undefined, string, number][] = [
    [undefined, "/k/A", 8],
    [undefined, "/elsewhere", 7],
    ["/k/a", "/k/A", 8],
    ["/elsewhere", "/k/A", 7],
  ];
  for (const found of replaced) {
    assertStringIncludes(assertThrows(() => check(...found), FileError).message, "replaced by a link");
  }
});
