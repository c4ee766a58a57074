/** The steps of action.yml, with kust from the source, in a git repository, and with a stand-in for GitHub's `gh`. */

import { assertEquals, assertStringIncludes } from "@std/assert";
import { exists } from "../exists.ts";
import { runQuietly } from "../run_program.ts";
import { makeStandIn } from "./stand_in.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

const FILES: Record<string, string> = {
  "base/kustomization.yaml": "resources: [d.yaml]\nconfigMapGenerator: [{name: c, literals: [A=1]}]\n",
  "base/d.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: d}\n",
  "overlays/prod/kustomization.yaml": "resources: [../../base]\nnamespace: prod\n",
};

/** Prints the id of a comment of ours if there is one, and records what it is asked to do. */
const GH = `#!/bin/sh
for word in "$@"; do case $word in body=@*) cp "\${word#body=@}" "$RUNNER_TEMP/comment" ;; esac; done
echo "$@" >>"$RUNNER_TEMP/gh"
case "$*" in *--paginate*) cat "$RUNNER_TEMP/ids" ;; esac
`;

class Job {
  readonly dir: string = Deno.makeTempDirSync({ prefix: "kust-test-" });

  async start(): Promise<void> {
    for (const folder of ["bin", "temp"]) Deno.mkdirSync(`${this.dir}/${folder}`);
    const kust = `#!/bin/sh\nexec '${Deno.execPath()}' run --quiet --no-check -A '${ROOT}main.ts' "$@"\n`;
    Deno.writeTextFileSync(`${this.dir}/bin/kust`, kust, { mode: 0o755 });
    Deno.writeTextFileSync(`${this.dir}/bin/gh`, GH, { mode: 0o755 });
    Deno.writeTextFileSync(`${this.dir}/temp/ids`, "");
    for (const [path, text] of Object.entries(FILES)) this.write(path, text);
    const commit = "git init -q && git add . && git -c user.name=a -c user.email=a@b commit -qm a";
    await runQuietly("sh", ["-c", `cd '${this.dir}/repo' && ${commit}`]);
  }

  write(path: string, text: string): void {
    const file = `${this.dir}/repo/${path}`;
    Deno.mkdirSync(file.replace(/[^/]*$/, ""), { recursive: true });
    Deno.writeTextFileSync(file, text);
  }

  /** A file that a step has written, "" if it has not. */
  read(name: string): string {
    return exists(`${this.dir}/temp/${name}`) ? Deno.readTextFileSync(`${this.dir}/temp/${name}`) : "";
  }

  async step(command: string, inputs: Record<string, string> = {}): Promise<{ code: number; output: string }> {
    const env = {
      PATH: `${this.dir}/bin:${Deno.env.get("PATH")}`,
      NO_COLOR: "1",
      RUNNER_TEMP: `${this.dir}/temp`,
      GITHUB_STEP_SUMMARY: `${this.dir}/temp/summary`,
      GITHUB_OUTPUT: `${this.dir}/temp/output`,
      GITHUB_REPOSITORY: "o/r",
      KUST_COMMAND: command,
      KUST_COMMENT: "true",
      KUST_OUTPUT: "rendered",
      ...inputs,
    };
    const script = `${ROOT}packaging/action/run.sh`;
    const child = new Deno.Command("bash", { args: [script], cwd: `${this.dir}/repo`, env, stdin: "null" });
    const { code, stdout, stderr } = await child.output();
    return { code, output: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr) };
  }
}

function jobTest(name: string, work: (job: Job) => Promise<void>): void {
  Deno.test(name, { ignore: Deno.build.os !== "linux" }, async () => {
    const job = new Job();
    try {
      await job.start();
      await work(job);
    } finally {
      Deno.removeSync(job.dir, { recursive: true });
    }
  });
}

jobTest("build writes what it is asked for, with the release that is named", async (job) => {
  assertEquals((await job.step("build", { KUST_TARGETS: "overlays/prod" })).code, 0);
  assertStringIncludes(Deno.readTextFileSync(`${job.dir}/repo/rendered`), "namespace: prod");
  assertEquals((await job.step("build", { KUST_TARGETS: "base overlays/prod", KUST_OUTPUT: "all" })).code, 0);
  assertEquals(exists(`${job.dir}/repo/all/overlays/prod.yaml`), true);
  assertStringIncludes((await job.step("build", { KUST_COMPAT: "v5" })).output, "v5.8.3");
});

jobTest("diff without a change says so, and leaves no comment", async (job) => {
  assertEquals(await job.step("diff", { KUST_BASE: "HEAD", KUST_PULL_REQUEST: "7" }), { code: 0, output: "" });
  assertEquals([job.read("output"), job.read("summary")], ["changed=false\n", "Nothing differs.\n"]);
  assertEquals(job.read("gh").includes("POST"), false);
});

jobTest(
  "diff writes a summary, a comment and annotations, and fails only for the effects that are named",
  async (job) => {
    job.write("base/kustomization.yaml", FILES["base/kustomization.yaml"]!.replace("A=1", "A=2") + "namePrefix: x-\n");
    const inputs = { KUST_BASE: "HEAD", KUST_PULL_REQUEST: "7", KUST_TARGETS: "overlays/prod" };
    const found = await job.step("diff", inputs);
    assertEquals([found.code, job.read("output")], [0, "changed=true\n"]);
    assertStringIncludes(found.output, "::");
    assertStringIncludes(job.read("summary"), "overlays/prod");
    assertStringIncludes(job.read("gh"), "-X POST repos/o/r/issues/7/comments");
    assertStringIncludes(job.read("comment"), "<!-- kust diff -->\n");

    Deno.writeTextFileSync(`${job.dir}/temp/ids`, "42\n");
    const failed = await job.step("diff", { ...inputs, KUST_FAIL_ON: "renamed-resource" });
    assertStringIncludes(job.read("gh"), "-X PATCH repos/o/r/issues/comments/42");
    assertEquals(failed.code, 1, failed.output);
    assertEquals((await job.step("diff", { ...inputs, KUST_FAIL_ON: "removed-crd" })).code, 0);
    assertEquals((await job.step("diff", { ...inputs, KUST_COMMENT: "false" })).code, 0);
  },
);

jobTest("build, lint and diff pass further flags on", async (job) => {
  const inputs = {
    KUST_TARGETS: "overlays/prod",
    KUST_BASE: "HEAD",
    KUST_FLAGS: "--load-restrictor none --no-such-flag",
  };
  for (const command of ["build", "lint", "diff"]) {
    const { code, output } = await job.step(command, inputs);
    assertEquals(code !== 0, true, command);
    assertStringIncludes(output, "no-such-flag", command);
  }
  const allowed = { ...inputs, KUST_FLAGS: "--load-restrictor LoadRestrictionsNone" };
  assertEquals((await job.step("build", allowed)).code, 0);
});

jobTest("the hook for builds passes its arguments on", async (job) => {
  const [, entry] = /^ +entry: (bash .*)$/m.exec(Deno.readTextFileSync(`${ROOT}.pre-commit-hooks.yaml`))!;
  const run = (flags: string) =>
    runQuietly("bash", ["-c", `cd '${job.dir}/repo' && ${entry} ${flags}`], {
      PATH: `${job.dir}/bin:${Deno.env.get("PATH")}`,
    });
  assertEquals(await run(""), { success: true, output: "" });
  assertStringIncludes((await run("--no-such-flag")).output, "no-such-flag");
});

jobTest("what cannot be done fails the step", async (job) => {
  assertEquals((await job.step("diff", { KUST_BASE: "nothing" })).code, 2);
  assertEquals(job.read("output"), "");
  assertStringIncludes((await job.step("deploy")).output, "::error::command is 'deploy'");
});

jobTest("lint reports findings as annotations, and fails from the level that is named", async (job) => {
  job.write("base/kustomization.yaml", "bases: [../other]\n");
  job.write("other/kustomization.yaml", "resources: []\nnamePrefix: a-\nconfigMapGenerator: [{name: c}]\n");
  const { output } = await job.step("lint", { KUST_FAIL_ON: "warning" });
  assertStringIncludes(output, "file=base/kustomization.yaml,line=1");
});

jobTest("the installation puts the program on the PATH of later steps", async (job) => {
  const { output } = await runQuietly("bash", [`${ROOT}packaging/action/install.sh`], {
    KUST_RELEASES: await makeStandIn(job.dir, "1.0.0"),
    KUST_VERSION: "v1.0.0",
    GITHUB_ACTION_PATH: ROOT,
    GITHUB_PATH: `${job.dir}/temp/path`,
    RUNNER_TEMP: `${job.dir}/temp`,
  });
  assertStringIncludes(output, "installed kust 1.0.0");
  const [folder] = job.read("path").split("\n");
  assertEquals((await runQuietly(`${folder}/kust`, [])).output, "kust 1.0.0\n");
});
