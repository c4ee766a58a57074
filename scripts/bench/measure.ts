/**
 * Times whole processes. Runs under Bun only, because its `spawnSync` reports peak memory and processor time of each
 * run.
 */

/** The part of Bun's API used here. */
interface BunRuntime {
  spawnSync(command: string[], options: { cwd: string; stdout: "ignore" | "pipe"; stderr: "pipe"; stdin: "ignore" }): {
    exitCode: number;
    stdout?: Uint8Array;
    stderr: Uint8Array;
    resourceUsage: { maxRSS: number; cpuTime: { total: bigint } };
  };
}

const bun = (globalThis as unknown as { Bun: BunRuntime }).Bun;

/** A command, the program first. */
export type CommandLine = readonly string[];

export interface Run {
  wallMs: number;
  cpuMs: number;
  /** Peak resident memory in MiB. */
  memory: number;
}

/** Medians of a program's runs. */
export interface Figures extends Run {
  runs: number;
}

/**
 * Runs the commands one after the other, each in `cwd`, to one of `exitCodes`. Adds up the times, and takes the largest
 * memory. Throws if one fails.
 */
export function runOnce(commands: readonly CommandLine[], cwd: string, exitCodes: readonly number[] = [0]): Run {
  let cpu = 0n;
  let memory = 0;
  const start = performance.now();
  for (const command of commands) {
    const { exitCode, stderr, resourceUsage } = bun.spawnSync([...command], {
      cwd,
      stdout: "ignore",
      stderr: "pipe",
      stdin: "ignore",
    });
    if (!exitCodes.includes(exitCode)) throw new Error(`${command.join(" ")}: ${new TextDecoder().decode(stderr)}`);
    cpu += resourceUsage.cpuTime.total;
    memory = Math.max(memory, resourceUsage.maxRSS);
  }
  return { wallMs: performance.now() - start, cpuMs: Number(cpu) / 1000, memory: memory / 1024 / 1024 };
}

/** The output of a command. */
export function outputOf(command: CommandLine, cwd: string): string {
  const { stdout } = bun.spawnSync([...command], { cwd, stdout: "pipe", stderr: "pipe", stdin: "ignore" });
  return new TextDecoder().decode(stdout);
}

/**
 * Alternates runs of several programs (A B C A B C …), after one warm-up of each, so that all run under the same
 * conditions.
 */
export function alternate(programs: readonly (() => Run)[], times: number): Figures[] {
  const runs: Run[][] = programs.map(() => []);
  if (times > 1) programs.forEach((program) => program());
  for (let round = 0; round < times; round++) programs.forEach((program, index) => runs[index]!.push(program()));
  return runs.map(medians);
}

function medians(runs: Run[]): Figures {
  const median = (figure: (run: Run) => number) => {
    const sorted = runs.map(figure).sort((a, b) => a - b);
    return sorted[sorted.length >> 1]!;
  };
  return {
    runs: runs.length,
    wallMs: median((run) => run.wallMs),
    cpuMs: median((run) => run.cpuMs),
    memory: median((run) => run.memory),
  };
}
