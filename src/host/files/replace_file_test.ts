import { assertEquals, assertThrows } from "@std/assert";
import { runMark } from "../process/run_mark.ts";
import { replaceFile } from "./replace_file.ts";

Deno.test("replaceFile() removes what runs that have ended left beside the file, once", () => {
  const dir = Deno.makeTempDirSync({ prefix: "kust-test-" });
  try {
    // This process is not in the middle of a run, so its mark counts as one that has ended.
    const ended = runMark();
    const left = `.a.yaml.${ended}.tmp`;
    const kept = [`.a.yaml.${ended.replace(/^\d+/, String(Deno.ppid))}.tmp`, `a.yaml.${ended}.tmp`, `.a.yaml.${ended}`];
    for (const name of [left, ...kept]) Deno.writeTextFileSync(`${dir}/${name}`, "");
    replaceFile(`${dir}/b.yaml`, "new");
    const names = () => [...Deno.readDirSync(dir)].map(({ name }) => name).sort();
    assertEquals(names(), [...kept, "b.yaml"].sort());
    Deno.writeTextFileSync(`${dir}/${left}`, "");
    replaceFile(`${dir}/b.yaml`, "newer");
    assertEquals(names(), [...kept, left, "b.yaml"].sort());
  } finally {
    Deno.removeSync(dir, { recursive: true });
  }
});

Deno.test("replaceFile() puts a new file in place of the old one, with its mode and owner", () => {
  const dir = Deno.makeTempDirSync({ prefix: "kust-test-" });
  const path = `${dir}/a.yaml`;
  try {
    const [uid, gid] = [Deno.uid()!, Deno.gid()!];
    const others = uid === 0 ? [[12345, gid], [uid, 54321], [12345, 54321]] as const : [];
    for (const owner of [[uid, gid] as const, ...others]) {
      Deno.writeTextFileSync(path, "old");
      Deno.chownSync(path, ...owner);
      Deno.chmodSync(path, 0o4640);
      const before = Deno.openSync(path);
      replaceFile(path, "new");
      const after = Deno.statSync(path);
      assertEquals([Deno.readTextFileSync(path), after.mode! & 0o7777], ["new", 0o4640]);
      assertEquals([after.uid, after.gid], [...owner]);
      assertEquals(after.ino === before.statSync().ino, false);
      before.close();
    }
  } finally {
    Deno.removeSync(dir, { recursive: true });
  }
});

Deno.test("replaceFile() writes files whose names are as long as possible", () => {
  const dir = Deno.makeTempDirSync({ prefix: "kust-test-" });
  try {
    const path = `${dir}/${"a".repeat(255)}`;
    for (const text of ["old text", "new"]) {
      replaceFile(path, text);
      assertEquals(Deno.readTextFileSync(path), text);
    }
    assertEquals([...Deno.readDirSync(dir)].length, 1);
  } finally {
    Deno.removeSync(dir, { recursive: true });
  }
});

Deno.test("replaceFile() writes in place if only the second file fails as such files may, and only an old file", () => {
  const dir = Deno.makeTempDirSync({ prefix: "kust-test-" });
  try {
    const written = (path: string, code: string) => {
      let tries = 0;
      const content = {
        *[Symbol.iterator]() {
          if (++tries === 1) throw Object.assign(new Error(code), { code });
          yield "new";
        },
      };
      try {
        replaceFile(path, content);
        return Deno.readTextFileSync(path);
      } catch (error) {
        return (error as Error).message;
      }
    };
    for (
      const [name, code, result] of [["old", "EBUSY", "new"], ["old", "ENOSPC", "ENOSPC"], ["b", "EBUSY", "EBUSY"]]
    ) {
      Deno.writeTextFileSync(`${dir}/old`, "old");
      assertEquals(written(`${dir}/${name}`, code!), result);
      assertEquals([...Deno.readDirSync(dir)].map((entry) => entry.name), ["old"]);
    }
    assertEquals(Deno.readTextFileSync(`${dir}/old`), "old");
  } finally {
    Deno.removeSync(dir, { recursive: true });
  }
});

Deno.test("a file with several names keeps its content if the new one cannot be written", () => {
  const dir = Deno.makeTempDirSync({ prefix: "kust-test-" });
  try {
    const path = `${dir}/a.yaml`;
    for (const old of ["", "old", "a longer old content"]) {
      Deno.writeTextFileSync(path, old);
      Deno.linkSync(path, `${dir}/${old.length}`);
      const failing = function* () {
        yield "new text";
        throw new Error("the disk is full");
      };
      assertThrows(() => replaceFile(path, { [Symbol.iterator]: failing }), Error, "the disk is full");
      assertEquals(Deno.readTextFileSync(path), old);
      replaceFile(path, "new");
      assertEquals(Deno.readTextFileSync(`${dir}/${old.length}`), "new");
      Deno.removeSync(path);
    }
  } finally {
    Deno.removeSync(dir, { recursive: true });
  }
});
