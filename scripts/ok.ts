/**
 * `deno task ok [--no-tests]`: all checks that a change must pass, in under a minute. Prints the time of each step, and
 * the output of one that fails.
 */

import { parseArgs } from "@std/cli";
import { LAYERS, shippedFiles } from "./checks/check_imports.ts";
import { type ProgramResult, runQuietly } from "./run_program.ts";

/** The layers that are also type-checked without any platform's types: all before loading. */
const PURE = new Set(LAYERS.slice(0, LAYERS.indexOf("load/capabilities.ts")).map((layer) => layer.split("/")[0]!));

const deno = (...args: string[]) => () => runQuietly(Deno.execPath(), args, { NO_COLOR: "1" });

function pureFiles(): string[] {
  return shippedFiles().filter((path) => PURE.has(path.split("/")[1]!));
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
  const entries = ["main.ts", "mod.ts", "src/", "scripts/", "testdata/"];
  const first = await Promise.all([
    step("format", deno("fmt", "--check")),
    step("lint", deno("lint", "--quiet")),
    step("types", deno("check", "--quiet", ...entries)),
    step(
      "types of the core, without a platform",
      deno("check", "--quiet", "--config=scripts/pure_core.json", ...pureFiles()),
    ),
    step(
      "types of everything but the platform, with what Node 20 has",
      deno("check", "--quiet", "--config=scripts/node_20.json", "mod.ts", "src/cli/root.ts"),
    ),
    step(
      "types of the playground, with a browser's",
      deno("check", "--quiet", "--config=scripts/playground.json", "playground/"),
    ),
    step("imports", deno("run", "--quiet", "--allow-read", "scripts/checks/check_imports.ts")),
    step("exports", deno("run", "--quiet", "--allow-read", "scripts/checks/check_exports.ts")),
    step("lookups", deno("run", "--quiet", "--allow-read", "--allow-env", "scripts/checks/check_lookups.ts")),
  ]);
  const flags: { tests: boolean } = parseArgs(Deno.args, { negatable: ["tests"], default: { tests: true } });
  const tests = !flags.tests ||
    await step("tests", deno("run", "--quiet", "-A", "scripts/run_tests.ts", "--no-check"));
  if (!tests || first.includes(false)) Deno.exit(1);
}
