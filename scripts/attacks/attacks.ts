/**
 * `deno task attacks [--filter=TEXT] [--large] PROGRAM...`: attacks on running programs, each with a limit on time and
 * memory. With `--large`, builds whose output is attacked write 1 GB. Attacks that need no process are unit tests;
 * SECURITY.md lists them.
 */

import { exitUnless } from "../run_program.ts";
import type { Attack } from "./attack.ts";
import { ATTACKS } from "./attack_list.ts";
import { nameOf, OUTPUT_ATTACKS, outputFault } from "./output.ts";

/** Of the processor, which depends less on what else the machine does. */
const LIMIT_CPU_SECONDS = 30;
/** For a program that waits. */
const LIMIT_SECONDS = 240;
/** What takes longer is shown. */
const NOTABLE_SECONDS = 3;
const LIMIT_MIB = 2500;
/** What kust, or a runtime, says of a bug. */
const BUG = /internal error|panicked at|has crashed|out of memory|^\s+at .*:\d+:\d+\)?$/im;
/** Builds against each of two swaps. Before paths were checked again, one in twenty leaked. */
const SWAP_RUNS = 30;

async function shell(script: string, dir: string): Promise<boolean> {
  const { success } = await new Deno.Command("sh", { args: ["-c", script], cwd: dir }).output();
  return success;
}

/** Samples the memory of the process a few times a second, and ends the process beyond the limits. */
async function watch(child: Deno.ChildProcess): Promise<string | undefined> {
  const began = performance.now();
  let broken: string | undefined;
  const timer = setInterval(() => {
    const mib = residentMib(child.pid);
    if (cpuSeconds(child.pid) > LIMIT_CPU_SECONDS) broken = `it worked for more than ${LIMIT_CPU_SECONDS} s`;
    else if (performance.now() - began > LIMIT_SECONDS * 1000) broken = `it took more than ${LIMIT_SECONDS} s`;
    else if (mib > LIMIT_MIB) broken = `it took more than ${LIMIT_MIB} MiB`;
    if (broken !== undefined) end(child);
  }, 100);
  await child.status;
  clearInterval(timer);
  return broken;
}

function end(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}

/** User and system time, in ticks of 10 ms. */
function cpuSeconds(pid: number): number {
  try {
    const fields = Deno.readTextFileSync(`/proc/${pid}/stat`).replace(/^.*\) /s, "").split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

function residentMib(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(Deno.readTextFileSync(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The fault of the program; undefined if it withstood the attack. */
async function faultOf(attack: Attack, program: string, dir: string): Promise<string | undefined> {
  Deno.mkdirSync(`${dir}/tmp`);
  for (const [path, text] of Object.entries(attack.files)) {
    Deno.mkdirSync(`${dir}/${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
    Deno.writeTextFileSync(`${dir}/${path}`, text);
  }
  if (attack.prepare !== undefined && !await shell(attack.prepare, dir)) return "the preparation failed";
  const words = [program, ...attack.args.map((word) => word.replace("DIR", dir))];
  const child = new Deno.Command("/bin/sh", {
    args: ["-c", 'umask 077; exec "$@" 2>stderr >stdout </dev/null', "sh", ...words],
    cwd: dir,
    env: {
      TMPDIR: `${dir}/tmp`,
      NO_COLOR: "1",
      PATH: `${dir}/bin:${Deno.env.get("PATH")}`,
      ...attack.env,
    },
  }).spawn();
  const broken = await watch(child);
  if (broken !== undefined) return broken;
  const { code } = await child.status;
  const said = new TextDecoder().decode(Deno.readFileSync(`${dir}/stderr`).subarray(-100_000));
  if (BUG.test(said)) return said;
  if ((code === 0) !== (attack.refusal === undefined)) return `exit code ${code}: ${said}`;
  if (!said.includes(attack.refusal ?? "")) return `expected '${attack.refusal}' in stderr, found: ${said}`;
  if (attack.after !== undefined && !await shell(attack.after, dir)) return `it did harm: ${attack.after}`;
  return undefined;
}

/** Checks that a file which is swapped for a link during the build is not read through the link. */
async function swapFault(program: string, dir: string): Promise<string | undefined> {
  const script = new URL("swap.py", import.meta.url).pathname;
  const { stdout, stderr } = await new Deno.Command("timeout", {
    args: [String(LIMIT_SECONDS), "python3", script, String(SWAP_RUNS), program],
    cwd: dir,
  }).output();
  const found = new TextDecoder().decode(stdout).trim();
  return found === "0" ? undefined : `leaks: ${found || new TextDecoder().decode(stderr)}`;
}

const filter = Deno.args.find((word) => word.startsWith("--filter="))?.slice("--filter=".length) ?? "";
const isLarge = Deno.args.includes("--large");
const programs = Deno.args.filter((word) => !word.startsWith("--"));
let passed = 0;
let failed = 0;

async function tryOne(name: string, attempt: (dir: string) => Promise<string | undefined>): Promise<void> {
  if (!name.includes(filter)) return;
  const dir = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-attack-" }));
  const began = performance.now();
  const fault = await attempt(dir);
  const seconds = (performance.now() - began) / 1000;
  if (seconds > NOTABLE_SECONDS) console.log(`${name}: ${seconds.toFixed(1)} s`);
  Deno.removeSync(dir, { recursive: true });
  if (fault === undefined) passed++;
  else {
    failed++;
    console.error(`${name}: ${fault}`);
  }
}

async function attackAll(path: string): Promise<void> {
  const program = Deno.realPathSync(path);
  for (const attack of ATTACKS) await tryOne(`${path}, ${attack.name}`, (dir) => faultOf(attack, program, dir));
  await tryOne(`${path}, a swapped file`, (dir) => swapFault(program, dir));
  for (const attack of OUTPUT_ATTACKS) {
    const size = isLarge ? ", 1 GB" : "";
    await tryOne(`${path}, ${nameOf(attack)}${size}`, (dir) => outputFault(attack, isLarge, program, dir));
  }
}

// Much of the time goes by in waiting, so the programs are attacked side by side.
await Promise.all((programs.length > 0 ? programs : ["dist/kust", "dist/kust-bun"]).map(attackAll));
console.log(`${passed} passed, ${failed} failed`);
exitUnless(failed === 0);
