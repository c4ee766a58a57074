import { assertEquals } from "@std/assert";
import type { ProcessRequest, ProcessResult } from "../../load/capabilities.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

const map = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`;
const fn = (image: string) =>
  `apiVersion: v1\nkind: Fn\nmetadata:\n  name: ${image}\n  annotations:\n` +
  `    config.kubernetes.io/function: 'container: {image: ${image}}'\n`;

const FILES = {
  "/w/a.yaml": map("a"),
  "/w/sub/b.yaml": map("b"),
  "/w/sub/fn.yaml": fn("own"),
  "/fns/sub/fn.yaml": fn("other"),
};

/** A machine with containers that change nothing. Notes which runs, and the ConfigMaps that it gets. */
class Docker extends MemoryHost {
  readonly calls: string[] = [];

  override run({ args, input }: ProcessRequest): Promise<ProcessResult> {
    const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input!;
    const names = new TextDecoder().decode(bytes).match(/(?<=name: )[ab]\b/g) ?? [];
    this.calls.push(`${args.at(-1)}: ${names.join(" ")}`);
    return Promise.resolve({ exitCode: 0, stdout: bytes, stderr: new Uint8Array(), timedOut: false });
  }
}

Deno.test("containers get the resources of their folder, those that flags name all", async () => {
  const cases: [flags: string[], calls: string[]][] = [
    [[], ["own: b"]],
    [["--global-scope"], ["own: a b"]],
    [["--fn-path", "/fns"], ["other: a b"]],
    [["--image", "explicit"], ["explicit: a b"]],
    [["--image", "explicit", "--fn-path", "/fns"], ["other: a b", "explicit: a b"]],
  ];
  for (const [flags, calls] of cases) {
    const host = new Docker(new MemoryFileSystem(FILES, "/"));
    assertEquals([await run(["fn", "run", "w", ...flags], host), host.stderr], [0, ""]);
    assertEquals(host.calls, calls);
  }
});

Deno.test("failures that are deferred to the end are all told", async () => {
  const fails = (image: string) =>
    fn(image).replace("}'", "}, deferFailure: true}'").replace("'container", "'{container");
  class Failing extends Docker {
    override async run(request: ProcessRequest): Promise<ProcessResult> {
      const printed = new TextEncoder().encode("it broke\nbadly\n");
      request.onStderr?.(printed);
      const { stdout, ...result } = await super.run(request);
      const results = new TextEncoder().encode("results:\n- message: a result\n");
      return { ...result, stdout: new Uint8Array([...stdout, ...results]), exitCode: 1, stderr: printed };
    }
  }
  const host = new Failing(new MemoryFileSystem({ "/w/1.yaml": fails("one"), "/w/2.yaml": fails("two") }, "/"));
  const exit = await run(["fn", "run", "w"], host);
  assertEquals([exit, host.calls], [1, ["one: ", "two: "]]);
  const printed = "it broke\nbadly\n";
  assertEquals(
    host.stderr,
    `${printed}${printed}Error: the function image one failed with exit code 1 [function-failed]\n  w/1.yaml:1:1\n` +
      "  1 | apiVersion: v1\n    | ^^^^^^^^^^\nnote: a result\nnote: the function image two failed with exit code 1\n",
  );
});

Deno.test("a function that takes longer than --program-timeout is stopped", async () => {
  class Slow extends Docker {
    override async run(request: ProcessRequest): Promise<ProcessResult> {
      return { ...await super.run(request), timedOut: request.timeoutMs === 1000 };
    }
  }
  const stderrOf = async (...flags: string[]) => {
    const host = new Slow(new MemoryFileSystem(FILES, "/"));
    await run(["fn", "run", "w", ...flags], host);
    return host.stderr.split("\n")[0];
  };
  assertEquals(await stderrOf("--program-timeout", "2s"), "");
  assertEquals(
    await stderrOf("--program-timeout", "1s"),
    "Error: the function image own was stopped: it took more than 1 s [timed-out]",
  );
});

Deno.test("results that cannot be written are told with the flag", async () => {
  class Chatty extends Docker {
    override async run(request: ProcessRequest): Promise<ProcessResult> {
      const { stdout, ...result } = await super.run(request);
      return {
        ...result,
        stdout: new Uint8Array([...stdout, ...new TextEncoder().encode("results: [{message: a}]\n")]),
      };
    }
  }
  const stderrOf = async (folder: string) => {
    const host = new Chatty(new MemoryFileSystem(FILES, "/"));
    await run(["fn", "run", "w", "--results-dir", folder], host);
    return host.stderr;
  };
  assertEquals(await stderrOf("/fns"), "");
  assertEquals(
    await stderrOf("none"),
    "Error: cannot write the results of a function: none/results-0.yaml: no such file or directory [file-error]\n" +
      "hint: create the folder of --results-dir first\n",
  );
  assertEquals(
    await stderrOf("w/a.yaml"),
    "Error: cannot write the results of a function: w/a.yaml/results-0.yaml: not a directory [file-error]\n",
  );
});
