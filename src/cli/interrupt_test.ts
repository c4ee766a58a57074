import { assertEquals } from "@std/assert";

/** Waits for something to come true, for ten seconds at most. */
async function eventually(isTrue: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let turn = 0; turn < 200; turn++) {
    if (await isTrue()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function isRunning(text: string): Promise<boolean> {
  return (await new Deno.Command("pgrep", { args: ["-f", text], stdout: "null" }).output()).success;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.test(`${signal} in the middle of a clone leaves no folder and no process behind`, async () => {
    const dir = Deno.makeTempDirSync({ prefix: "kust-test-" });
    // The system takes connections; nobody answers them.
    const silent = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const repository = `http://127.0.0.1:${silent.addr.port}/org/repo`;
    try {
      const child = new Deno.Command(Deno.execPath(), {
        args: ["run", "--quiet", "-A", "main.ts", "build", `${repository}?timeout=60`],
        env: { TMPDIR: dir },
        stderr: "null",
      }).spawn();
      const cloning = () => isRunning(`fetch .* ${repository} HEAD`);
      assertEquals(await eventually(cloning), true);
      assertEquals([...Deno.readDirSync(dir)].length, 1);
      child.kill(signal);
      assertEquals((await child.status).signal, signal);
      assertEquals([...Deno.readDirSync(dir)], []);
      assertEquals(await eventually(async () => !await cloning()), true);
    } finally {
      silent.close();
      Deno.removeSync(dir, { recursive: true });
    }
  });
}
