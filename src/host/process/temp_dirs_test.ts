import { assertEquals } from "@std/assert";
import { runMark } from "./run_mark.ts";
import { removeLeft } from "./temp_dirs.ts";

Deno.test("folders that runs of this program have left are removed, but no others", () => {
  const dir = Deno.makeTempDirSync({ prefix: "kust-test-" });
  try {
    // This process is not in the middle of a run, so its mark counts as one that has ended.
    const ended = runMark();
    const running = ended.replace(/^\d+/, String(Deno.ppid));
    const left = [`kust-git-${ended}-abcdef`, `kustomize-a-b-${ended}-abcdef`];
    const kept = [
      `kust-git-${running}-abcdef`,
      `kust-git-${ended}-abc`,
      `other-${ended}-abcdef`,
      "kust-git-1-x-abcdef",
    ];
    for (const name of [...left, ...kept]) Deno.mkdirSync(`${dir}/${name}/inner`, { recursive: true });
    if (Deno.uid() === 0) {
      const others = `kust-helm-${ended}-abcdef`;
      Deno.mkdirSync(`${dir}/${others}`);
      Deno.chownSync(`${dir}/${others}`, 12345, null);
      kept.push(others);
    }
    removeLeft(dir);
    assertEquals([...Deno.readDirSync(dir)].map(({ name }) => name).sort(), kept.sort());
    removeLeft(`${dir}/nowhere`);
  } finally {
    Deno.removeSync(dir, { recursive: true });
  }
});
