import { assertEquals, assertStringIncludes } from "@std/assert";
import { inFolder, RepositoryHost } from "../../scripts/test_repository.ts";
import { KustError } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { MemoryHost } from "../testing/memory_host.ts";
import { run } from "./run.ts";
import { watchAgain } from "./watch_again.ts";

inFolder("a command runs again when what it read changes, also after it failed", async (dir) => {
  Deno.writeTextFileSync(`${dir}/a`, "1");
  const machine = new RepositoryHost(dir);
  const controller = new AbortController();
  const texts: string[] = [];
  const exit = watchAgain(
    machine.host,
    () => ({ fs }) => {
      texts.push(fs.readText(`${dir}/a`));
      if (texts.length === 2) throw new KustError({ code: "not-found", message: "something is missing" });
      if (texts.length === 3) controller.abort();
      else setTimeout(() => Deno.writeTextFileSync(`${dir}/a`, String(texts.length + 1)), 80);
      return 1;
    },
    controller.signal,
  );
  for (let waits = 0; waits < 500 && !machine.stderr.includes("missing"); waits++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  Deno.writeTextFileSync(`${dir}/a`, "3");
  assertEquals([await exit, texts], [1, ["1", "2", "3"]]);
  assertStringIncludes(machine.stderr, "a changed\nError: something is missing [not-found]\na changed\n");
});

inFolder("what can be read once only is kept for the next run", async (dir) => {
  Deno.writeTextFileSync(`${dir}/a`, "1");
  const controller = new AbortController();
  const bytes: Record<string, Uint8Array[]> = { "-": [new Uint8Array(1)], pipe: [new Uint8Array(2)] };
  const once = (name: string) => bytes[name]!.pop()!;
  const host = { ...new RepositoryHost(dir).host, readStdin: () => once("-"), readPipe: once };
  const lengths: number[] = [];
  const start = () => ({ fs, readStdin, readPipe }: Host) => {
    lengths.push(readStdin().length, readPipe("pipe").length);
    fs.readText(`${dir}/a`);
    if (lengths.length > 2) controller.abort();
    else setTimeout(() => Deno.writeTextFileSync(`${dir}/a`, "2"), 80);
    return 0;
  };
  await watchAgain(host, start, controller.signal);
  assertEquals(lengths, [1, 2, 1, 2]);
});

Deno.test("diff and lint have --watch, and say so where files cannot be watched", async () => {
  for (const command of ["diff", "lint"]) {
    const host = new MemoryHost();
    assertEquals(await run([command, "-w"], host), 2);
    assertStringIncludes(host.stderr, "this platform cannot watch files");
  }
});
