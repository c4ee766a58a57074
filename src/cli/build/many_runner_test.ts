import { assertEquals } from "@std/assert";
import type { BuildResult } from "../../pipeline/build.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { resourcesOf } from "../../testing/model.ts";
import { StreamOutput } from "./many_output.ts";
import { Runner } from "./many_runner.ts";

Deno.test("outputs come in the order of the targets, whichever is built first", async () => {
  const host = new MemoryHost();
  const targets = ["a", "fails", "b", "c"].map((path) => ({ path, file: `${path}.yaml` }));
  const ended: string[] = [];
  const build = async (path: string): Promise<BuildResult> => {
    if (path === "a") await new Promise((resolve) => setTimeout(resolve, 5));
    ended.push(path);
    if (path === "fails") return { resources: [], warnings: [], errors: [{ code: "not-found", message: "m" }] };
    return { resources: resourcesOf(`kind: A\nmetadata: {name: ${path}}\n`), warnings: [], errors: [] };
  };
  const runner = new Runner(new StreamOutput(host, targets), build, host);
  await runner.runAll(targets, 2, false);
  assertEquals(ended.at(-1), "a");
  const printed = (path: string) => `# ${path}\nkind: A\nmetadata:\n  name: ${path}\n`;
  assertEquals(host.stdout, ["a", "b", "c"].map(printed).join("---\n"));
});
