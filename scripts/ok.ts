/**
 * `deno task ok [--no-tests]`: all that a change must pass, in under a minute. Each step says how long it took; one that fails
 * shows why.
 */

import { importMapFlags } from "./npm_import_map.ts";
import { type ProgramResult, runQuietly } from "./run_program.ts";

/** The folders that are type-checked once more without any platform's types. */
const PURE = ["diagnostics", "regexp", "yaml", "model", "schema", "patch", "kustomization", "generate", "transform"];

const deno = (...args: string[]) => () => runQuietly(Deno.execPath(), args, { NO_COLOR: "1" });

function pureFiles(): string[] {
  return PURE.flatMap((folder) => [...Deno.readDirSync(`src/${folder}`)].map((entry) => `src/${folder}/${entry.name}`))
    .filter((path) => path.endsWith(".ts") && !path.endsWith("_test.ts"));
}

async function step(name: string, action: () => Promise<ProgramResult>): Promise<boolean> {
  const start = performance.now();
  const { success, output } = await action();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${success ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (!success) console.log(output);
  return success;
}

if (import.meta.main) {
  const importMap = await importMapFlags();
  const entries = ["main.ts", "mod.ts", "src/", "scripts/", "testdata/"];
  const first = await Promise.all([
    step("format", deno("fmt", "--check")),
    step("lint", deno("lint", "--quiet")),
    step("types", deno("check", "--quiet", ...importMap, ...entries)),
    step(
      "types of the core, without a platform",
      deno("check", "--quiet", "--config=scripts/pure_core.json", ...pureFiles()),
    ),
    step("imports", deno("run", "--quiet", "--allow-read", "scripts/check_imports.ts")),
  ]);
  const tests = Deno.args.includes("--no-tests") ||
    await step("tests", deno("run", "--quiet", "-A", "scripts/run_tests.ts", "--parallel", "--no-check"));
  if (!tests || first.includes(false)) Deno.exit(1);
}
