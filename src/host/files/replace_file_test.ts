import { assertEquals } from "@std/assert";
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
