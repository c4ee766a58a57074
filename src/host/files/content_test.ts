import { assertEquals, assertThrows } from "@std/assert";
import { overwrite, writeContent } from "./content.ts";

/** Fails after some text, as a full disk does. */
function* failing(text: string): Iterable<string> {
  yield text;
  throw new Error("the disk is full");
}

function inFolder(body: (dir: string) => void): void {
  const dir = Deno.makeTempDirSync({ prefix: "kust-test-" });
  try {
    body(dir);
  } finally {
    Deno.removeSync(dir, { recursive: true });
  }
}

function contents(dir: string): Record<string, string> {
  const files = [...Deno.readDirSync(dir)].filter(({ isFile }) => isFile);
  return Object.fromEntries(files.map(({ name }) => [name, Deno.readTextFileSync(`${dir}/${name}`)]));
}

Deno.test("writeContent() leaves no new file that is not whole", () => {
  inFolder((dir) => {
    for (const flags of ["w", "wx"] as const) {
      assertThrows(() => writeContent(`${dir}/a`, flags, failing("half")), Error, "the disk is full");
      assertEquals(contents(dir), {});
    }
    Deno.symlinkSync("target", `${dir}/link`);
    assertThrows(() => writeContent(`${dir}/link`, "w", failing("half")), Error, "the disk is full");
    assertEquals([contents(dir), Deno.readLinkSync(`${dir}/link`)], [{}, "target"]);
    writeContent(`${dir}/link`, "w", ["a", "b"]);
    assertEquals(contents(dir), { target: "ab" });
    assertThrows(() => writeContent(`${dir}/target`, "wx", "new"));
    assertEquals(contents(dir), { target: "ab" });
  });
});

Deno.test("writeContent() writes to a device, which it keeps", () => {
  writeContent("/dev/null", "w", "text");
  assertThrows(() => writeContent("/dev/null", "w", failing("text")), Error, "the disk is full");
  assertEquals(Deno.statSync("/dev/null").isCharDevice, true);
});

Deno.test("an old file gets the new content, or keeps its own", () => {
  const writers = [(path: string, parts: Iterable<string>) => writeContent(path, "w", parts), overwrite];
  inFolder((dir) => {
    for (const write of writers) {
      for (const old of ["", "old", "x".repeat(300_000)]) {
        for (const text of ["n", "new", "y".repeat(200_000), "y".repeat(400_000)]) {
          Deno.writeTextFileSync(`${dir}/a`, old);
          assertThrows(() => write(`${dir}/a`, failing(text)), Error, "the disk is full");
          assertEquals(contents(dir), { a: old });
          write(`${dir}/a`, [text, "b"]);
          assertEquals(contents(dir), { a: `${text}b` });
        }
      }
    }
  });
});
