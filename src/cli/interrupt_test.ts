import { assertEquals } from "@std/assert";

/** A running program that a test interrupts, with its temporary folder and its kustomization. */
interface Started {
  child: Deno.ChildProcess;
  temp: string;
  dir: string;
}

function start(args: string[], files: Record<string, string> = {}): Started {
  const dir = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-test-" }));
  const temp = `${dir}/tmp`;
  Deno.mkdirSync(temp);
  for (const [path, content] of Object.entries(files)) {
    Deno.mkdirSync(`${dir}/${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
    Deno.writeTextFileSync(`${dir}/${path}`, content, { mode: 0o755 });
  }
  const main = new URL("../../main.ts", import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-check", "-A", main, "build", ...args],
    cwd: dir,
    env: { TMPDIR: temp, KUSTOMIZE_PLUGIN_HOME: `${dir}/plugins` },
    stdout: "null",
    stderr: "null",
  }).spawn();
  return { child, temp, dir };
}

/** Interrupts the program. It must leave no files, and its parent must see the signal. */
async function interrupt({ child, temp, dir }: Started, signal: "SIGINT" | "SIGTERM"): Promise<void> {
  assertEquals([...Deno.readDirSync(temp)].length, 1);
  child.kill(signal);
  assertEquals((await child.status).signal, signal);
  assertEquals([...Deno.readDirSync(temp)], []);
  Deno.removeSync(dir, { recursive: true });
}

/** Waits for the other side to close the connection. */
async function isClosed(connection: Deno.Conn): Promise<boolean> {
  const buffer = new Uint8Array(1024);
  while (await connection.read(buffer) !== null);
  connection.close();
  return true;
}

const PLUGIN = {
  "kustomization.yaml": "generators: [make.yaml]\n",
  "make.yaml": "{apiVersion: e/v1, kind: Make, metadata: {name: m}}\n",
};

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.test(`${signal} in the middle of a clone leaves no folder and no process behind`, async () => {
    // git connects and gets no answer.
    const silent = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const started = start([`http://127.0.0.1:${silent.addr.port}/org/repo?timeout=60`]);
    const connection = await silent.accept();
    await interrupt(started, signal);
    assertEquals(await isClosed(connection), true);
    silent.close();
  });

  Deno.test(`${signal} in the middle of a plugin leaves no folder and no process behind`, async () => {
    const silent = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    // The process that the plugin starts holds the connection.
    const plugin = `#!/bin/bash\nexec 3<>/dev/tcp/127.0.0.1/${silent.addr.port}\nsleep 60 & sleep 60\n`;
    const started = start([".", "--enable-alpha-plugins"], { ...PLUGIN, "plugins/e/v1/make/Make": plugin });
    const connection = await silent.accept();
    await interrupt(started, signal);
    assertEquals(await isClosed(connection), true);
    silent.close();
  });
}
