import { assertEquals } from "@std/assert";
import { commitFiles, type GitServer, serveHttp } from "../../../scripts/serve_git.ts";
import type { Host } from "../../host/host.ts";
import { removeLeftovers } from "../../host/process/leftovers.ts";
import { realHost } from "../../host/real_host.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

const POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: pod\n";

interface Bench {
  dir: string;
  server: GitServer;
  /** Runs a line in which `$HTTP` is replaced by the server's address. Returns the exit code, stdout and stderr. */
  kust(line: string, env?: Record<string, string>): Promise<{ exit: number; stdout: string; stderr: string }>;
}

async function withRepository(body: (bench: Bench) => Promise<void>): Promise<void> {
  const dir = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-test-" }));
  await commitFiles(`${dir}/org/repo`, { "kustomization.yaml": "resources: [pod.yaml]\n", "pod.yaml": POD });
  const server = serveHttp(dir);
  try {
    await body({
      dir,
      server,
      kust: async (line, env = {}) => {
        const written = { stdout: "", stderr: "" };
        const host: Host = {
          ...realHost,
          env: (name) => env[name],
          terminal: { stdout: false, stderr: env["TERM"] !== undefined, columns: 80 },
          writeStdout: (text) => void (written.stdout += text),
          writeStderr: (text) => void (written.stderr += text),
        };
        const exit = await run(line.replaceAll("$HTTP/", server.url).split(" "), host);
        return { exit, ...written };
      },
    });
  } finally {
    // The program does this when it ends.
    removeLeftovers();
    await server.close();
    Deno.removeSync(dir, { recursive: true });
  }
}

Deno.test("--remote-cache caches between runs, and --offline uses only the cache", () =>
  withRepository(async ({ dir, server, kust }) => {
    const line = `build $HTTP/org/repo --remote-cache ${dir}/cache`;
    assertEquals(await kust(line), { exit: 0, stdout: POD, stderr: "" });
    assertEquals(await kust(`${line} --offline`), { exit: 0, stdout: POD, stderr: "" });
    const byVariable = await kust("build $HTTP/org/repo --offline", { KUST_REMOTE_CACHE: `${dir}/cache` });
    assertEquals(byVariable, { exit: 0, stdout: POD, stderr: "" });
    assertEquals(server.asked.get("org/repo"), 1);
    const without = await kust("build $HTTP/org/repo --offline");
    assertEquals([without.exit, without.stdout], [1, ""]);
    assertEquals(without.stderr.includes("is not in the --remote-cache, and --offline forbids"), true);
  }));

Deno.test("without --remote-cache each run fetches again", () =>
  withRepository(async ({ server, kust }) => {
    await kust("build $HTTP/org/repo");
    await kust("build $HTTP/org/repo");
    assertEquals(server.asked.get("org/repo"), 2);
  }));

Deno.test("--no-remote rejects all remote sources", () =>
  withRepository(async ({ server, kust }) => {
    const { exit, stderr } = await kust("build $HTTP/org/repo --no-remote");
    assertEquals([exit, stderr.includes("--no-remote forbids fetching it")], [1, true]);
    assertEquals(server.asked.size, 0);
  }));

Deno.test("a terminal shows what kust waits for, and the line is removed afterwards", () =>
  withRepository(async ({ server, kust }) => {
    const { stdout, stderr } = await kust("build $HTTP/org/repo", { TERM: "xterm" });
    assertEquals(stdout, POD);
    assertEquals(stderr, `\r\x1b[Kgetting ${server.url}org/repo\r\x1b[K`);
  }));

Deno.test("50 targets of one run that share 5 remote bases fetch each once", () =>
  withRepository(async ({ dir, server, kust }) => {
    for (let base = 0; base < 5; base++) {
      await commitFiles(`${dir}/org/base${base}`, {
        "app/kustomization.yaml": "resources: [pod.yaml]\n",
        "app/pod.yaml": POD,
      });
    }
    const targets = Array.from({ length: 50 }, (_, index) => `${dir}/t${index}`);
    for (const [index, target] of targets.entries()) {
      Deno.mkdirSync(target);
      const base = `${server.url}org/base${index % 5}//app?ref=main`;
      Deno.writeTextFileSync(`${target}/kustomization.yaml`, `namePrefix: t${index}-\nresources: ["${base}"]\n`);
    }
    const { exit, stderr } = await kust(`build ${targets.join(" ")} -o ${dir}/out`);
    assertEquals([exit, stderr], [0, "50 built, 0 failed\n"]);
    assertEquals(
      Object.fromEntries(server.asked),
      Object.fromEntries([0, 1, 2, 3, 4].map((base) => [`org/base${base}`, 1])),
    );
  }));

Deno.test("a terminal shows which function is running", () =>
  withRepository(async ({ dir, kust }) => {
    const files = {
      "kustomization.yaml": `resources: [pod.yaml]\ntransformers: [copy.yaml]\n`,
      "pod.yaml": POD,
      "copy.yaml": "apiVersion: example.com/v1\nkind: Copy\nmetadata:\n  name: copy\n  annotations:\n" +
        '    config.kubernetes.io/function: "exec: {path: cat}"\n',
    };
    await commitFiles(`${dir}/work`, files);
    const flags = "--enable-alpha-plugins --enable-exec";
    const { stdout, stderr } = await kust(`build ${dir}/work ${flags}`, { TERM: "xterm" });
    assertEquals([stdout, stderr], [POD, "\r\x1b[Krunning the function cat\r\x1b[K"]);
  }));

Deno.test("localize has the same flags", () =>
  withRepository(async ({ dir, server, kust }) => {
    const line = `localize $HTTP/org/repo?ref=main ${dir}/copy --no-verify --remote-cache ${dir}/cache`;
    assertEquals((await kust(line)).exit, 0);
    assertEquals((await kust(`${line.replace("/copy", "/copy2")} --offline`)).exit, 0);
    assertEquals(server.asked.get("org/repo"), 1);
    assertEquals(Deno.readTextFileSync(`${dir}/copy2/pod.yaml`), POD);
  }));

Deno.test("localize reports a copy with a different build, and keeps kustomize's exit code", () =>
  withRepository(async ({ dir, kust }) => {
    await commitFiles(`${dir}/work`, {
      "kustomization.yaml":
        "configMapGenerator:\n- name: m\n  files: [link.txt]\ngeneratorOptions: {disableNameSuffixHash: true}\n",
      "real.txt": "x",
    });
    Deno.symlinkSync("real.txt", `${dir}/work/link.txt`);
    const { exit, stderr } = await kust(`localize ${dir}/work ${dir}/copy`);
    assertEquals(exit, 0);
    assertEquals(stderr.split("\n").slice(0, 4), [
      `VERIFICATION FAILED: \`kustomize build\` for ${dir}/work and ${dir}/copy are different after localization.`,
      "line 3 of the output:",
      "-   link.txt: x",
      "+   real.txt: x",
    ]);
  }));

Deno.test("--max-download takes a number with a unit of 1024", async () => {
  const exit = async (size: string) => {
    const files = new MemoryFileSystem({ "/p/kustomization.yaml": "resources: [r.yaml]\n", "/p/r.yaml": POD }, "/p");
    return await run(["build", "--max-download", size], new MemoryHost(files));
  };
  for (const size of ["1", "512Ki", "64Mi", "1Gi"]) assertEquals(await exit(size), 0, size);
  for (const size of ["", "Mi", "1M", "1Ti", "-1", "1.5Mi", "xMi"]) assertEquals(await exit(size), 1, size);
});
