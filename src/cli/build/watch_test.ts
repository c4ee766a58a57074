import { assertEquals, assertStringIncludes } from "@std/assert";
import { inFolder, RepositoryHost } from "../../../scripts/test_repository.ts";
import type { Host } from "../../host/host.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { SeenFiles } from "../../watch/seen_files.ts";
import { run } from "../run.ts";
import { changedText, seeTrees, watchBuild } from "./watch_build.ts";
import { watchMany } from "./watch_many.ts";

const SERVICE = (name: string) => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\n`;

function printedService(name: string): string {
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n`;
}

/** A command that watches a folder, and its output so far. */
class Watching {
  readonly dir: string;
  readonly machine: RepositoryHost;
  readonly #controller = new AbortController();
  readonly #ended: Promise<number>;

  constructor(dir: string, start: (host: Host, signal: AbortSignal) => Promise<number>) {
    this.dir = dir;
    this.machine = new RepositoryHost(dir);
    this.#ended = start(this.machine.host, this.#controller.signal);
  }

  write(files: Record<string, string>): void {
    writeAll(this.dir, files);
  }

  /** What is written until standard error ends with a text. */
  async until(end: string): Promise<{ stdout: string; stderr: string }> {
    for (let waited = 0; !this.machine.stderr.endsWith(end) || waited < 3; waited++) {
      if (waited > 600) throw new Error(`never came: ${JSON.stringify(end)}, but ${this.machine.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const { stdout, stderr } = this.machine;
    this.machine.stdout = this.machine.stderr = "";
    return { stdout, stderr };
  }

  /** Runs a test, and ends the command after it, also if it fails: nothing may watch a folder that is gone. */
  async during(test: (watching: Watching) => Promise<void>): Promise<void> {
    try {
      await test(this);
    } finally {
      this.#controller.abort();
      assertEquals(await this.#ended, 0);
    }
  }
}

function writeAll(dir: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    Deno.mkdirSync(`${dir}/${path}/..`.replace(/\/[^/]+\/\.\.$/, ""), { recursive: true });
    Deno.writeTextFileSync(`${dir}/${path}`, text);
  }
}

inFolder("build --watch prints what changes, and keeps the last good output", async (dir) => {
  writeAll(dir, {
    "prod/kustomization.yaml": "resources: [a.yaml, b.yaml]\n",
    "prod/a.yaml": SERVICE("a"),
    "prod/b.yaml": SERVICE("b"),
  });
  const request = { output: "", quiet: false, strict: false };
  const started = new Watching(dir, (host, signal) => watchBuild("prod", request, {}, host, signal));
  await started.during(async (watching) => {
    const first = await watching.until("");
    assertEquals(first.stdout, ["a", "b"].map(printedService).join("---\n"));
    watching.write({ "prod/a.yaml": `${SERVICE("a")}spec: {type: NodePort}\n` });
    const second = await watching.until("2 resources: 1 changed, 0 added, 0 gone\n");
    assertEquals(second.stdout, "---\napiVersion: v1\nkind: Service\nmetadata:\n  name: a\nspec:\n  type: NodePort\n");
    assertStringIncludes(second.stderr, "prod/a.yaml changed\n");
    watching.write({ "prod/a.yaml": `# the same\n${SERVICE("a")}spec: {type: NodePort}\n` });
    assertEquals((await watching.until("2 resources: 0 changed, 0 added, 0 gone\n")).stdout, "");
    watching.write({ "prod/b.yaml": "kind: [\n" });
    assertEquals((await watching.until("^\n")).stdout, "");
    watching.write({ "prod/b.yaml": SERVICE("c") });
    const last = await watching.until("2 resources: 0 changed, 1 added, 1 gone\n");
    assertStringIncludes(last.stdout, "name: c");
    assertStringIncludes(last.stderr, "Service 'b' is gone\n");
    watching.write({ "prod/kustomization.yml": "resources: []\n" });
    await watching.until("hint: keep one of them\n");
  });
});

inFolder("build --watch rewrites its file, and names some of what changed", async (dir) => {
  writeAll(dir, { "prod/kustomization.yaml": "resources: [a.yaml]\n", "prod/a.yaml": SERVICE("a") });
  const request = { output: "out.yaml", quiet: false, strict: false };
  const started = new Watching(dir, (host, signal) => watchBuild("prod", request, {}, host, signal));
  await started.during(async (watching) => {
    assertEquals(await watching.until(""), { stdout: "", stderr: "" });
    assertEquals(Deno.readTextFileSync(`${dir}/out.yaml`), printedService("a"));
    watching.write({ "prod/a.yaml": SERVICE("b") });
    assertEquals((await watching.until("1 resource: 0 changed, 1 added, 1 gone\n")).stdout, "");
    assertEquals(Deno.readTextFileSync(`${dir}/out.yaml`), printedService("b"));
  });
  const { host } = new RepositoryHost(dir);
  const paths = ["a", "b", "c", "d", "e"].map((name) => `${dir}/${name}`);
  assertEquals([3, 4, 5].map((count) => changedText(paths.slice(0, count), host)), [
    "a, b, c changed\n",
    "a, b, c and 1 more changed\n",
    "a, b, c and 2 more changed\n",
  ]);
});

inFolder("build --all --watch builds what is touched, what is new, and removes what is gone", async (dir) => {
  writeAll(dir, {
    "k8s/base/kustomization.yaml": "resources: [a.yaml]\n",
    "k8s/base/a.yaml": SERVICE("a"),
    "k8s/one/kustomization.yaml": "resources: [../base]\n",
    "k8s/two/kustomization.yaml": "resources: [b.yaml]\n",
    "k8s/two/b.yaml": SERVICE("b"),
  });
  // The output folder is in the folder that is searched.
  const request = { paths: ["."], all: true, output: "out", format: "human", strict: false, quiet: false };
  const rest = { "fail-fast": false, profile: false, watch: true, choice: {} };
  const started = new Watching(dir, (host, signal) => watchMany({ ...request, ...rest }, {}, host, signal));
  await started.during(async (watching) => {
    await watching.until("3 built, 0 failed\n");
    watching.write({ "k8s/two/notes.md": "read by nothing" });
    watching.write({ "k8s/two/b.yaml": SERVICE("c") });
    const { stderr } = await watching.until("1 built, 0 failed\n");
    assertEquals(stderr.match(/built/g)?.length, 1);
    assertEquals(stderr.includes("out"), false);
    assertStringIncludes(Deno.readTextFileSync(`${dir}/out/k8s/two.yaml`), "name: c");
    watching.write({ "k8s/base/a.yaml": SERVICE("d") });
    await watching.until("2 built, 0 failed\n");
    watching.write({ "k8s/three/kustomization.yaml": "resources: [../base]\n" });
    await watching.until("1 built, 0 failed\n");
    assertStringIncludes(Deno.readTextFileSync(`${dir}/out/k8s/three.yaml`), "name: d");
    Deno.removeSync(`${dir}/k8s/one`, { recursive: true });
    await watching.until("removed out/k8s/one.yaml\n0 built, 0 failed\n");
  });
});

Deno.test("folders that programs read are watched with their contents", () => {
  const files = new MemoryFileSystem({ "/tree/a": "1", "/file": "1" });
  const seen = new SeenFiles(files);
  seeTrees(seen, [{ kind: "tree", path: "/tree", askedBy: [] }, { kind: "file", path: "/file", askedBy: [] }]);
  for (const path of ["/tree/b", "/file"]) files.writeFile(path, "2");
  assertEquals(seen.changed(), ["/tree/b"]);
});

Deno.test("--watch excludes what it cannot do", async () => {
  const files = new MemoryFileSystem({ "/w/kustomization.yaml": "resources: []\n" }, "/w");
  const errorOf = async (...line: string[]) => {
    const host = new MemoryHost(files);
    assertEquals(await run(["build", ...line], host), 1);
    return /\[([a-z-]+)\]$/m.exec(host.stderr)?.[1];
  };
  for (const line of [["-w"], ["--all", "-w", "-o", "out"]]) assertEquals(await errorOf(...line), "no-capability");
  const [all, folder] = [["--all", "-w", "-o", "-"], ["--all", "-w", "-o", "out"]];
  const lines = [["-w", "--blame"], ["-w", "--profile"], all, [...folder, "--format", "json"], [
    ...folder,
    "--profile",
  ]];
  for (const line of lines) assertEquals(await errorOf(...line), "flag-conflict", line.join(" "));
});
