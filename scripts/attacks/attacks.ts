/**
 * `deno task attacks PROGRAM...`: attacks on running programs, each with a limit on time and memory. Attacks that need
 * no process are unit tests; SECURITY.md lists them.
 */

import { exitUnless } from "../run_program.ts";
import { type Attack, ATTACKS } from "./attack_list.ts";

const LIMIT_SECONDS = 30;
const LIMIT_MIB = 2500;

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
    if (performance.now() - began > LIMIT_SECONDS * 1000) broken = `it took more than ${LIMIT_SECONDS} s`;
    else if (mib > LIMIT_MIB) broken = `it took more than ${LIMIT_MIB} MiB`;
    if (broken !== undefined) child.kill("SIGKILL");
  }, 100);
  await child.status;
  clearInterval(timer);
  return broken;
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
  const words = [program, ...attack.args];
  const child = new Deno.Command("/bin/sh", {
    args: ["-c", 'umask 077; exec "$@" 2>stderr >stdout </dev/null', "sh", ...words],
    cwd: dir,
    env: { TMPDIR: `${dir}/tmp`, NO_COLOR: "1", ...attack.env },
  }).spawn();
  const broken = await watch(child);
  if (broken !== undefined) return broken;
  const { code } = await child.status;
  const said = new TextDecoder().decode(Deno.readFileSync(`${dir}/stderr`).subarray(-100_000));
  if (said.includes("kust itself failed")) return said;
  if ((code === 0) !== (attack.refusal === undefined)) return `exit code ${code}: ${said}`;
  if (!said.includes(attack.refusal ?? "")) return `expected '${attack.refusal}' in stderr, found: ${said}`;
  if (attack.after !== undefined && !await shell(attack.after, dir)) return `it did harm: ${attack.after}`;
  return undefined;
}

/** Checks that output arrives completely and once on a stream that accepts little at a time. */
async function slowReaderFault(program: string, kind: string, dir: string): Promise<string | undefined> {
  const documents = Array.from({ length: 2000 }, (_, i) => {
    return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a${i}}\ndata: {k: "${"x".repeat(i % 3000)}"}\n`;
  });
  Deno.mkdirSync(`${dir}/k`);
  Deno.writeTextFileSync(`${dir}/k/kustomization.yaml`, "resources: [r.yaml]\n");
  Deno.writeTextFileSync(`${dir}/k/r.yaml`, documents.join("---\n"));
  const { stdout: whole } = await new Deno.Command(program, { args: ["build", "k"], cwd: dir }).output();
  const digest = [...new Uint8Array(await crypto.subtle.digest("SHA-256", whole))];
  const expected = `${digest.map((byte) => byte.toString(16).padStart(2, "0")).join("")} ${whole.length} 0`;
  const reader = new URL("slow_reader.py", import.meta.url).pathname;
  const args = [String(LIMIT_SECONDS), "python3", reader, kind, "0.3", "0", program, "build", "k"];
  const { stdout } = await new Deno.Command("timeout", { args, cwd: dir }).output();
  const found = new TextDecoder().decode(stdout).trim();
  return found === expected ? undefined : `expected ${expected}, found ${found || "nothing in time"}`;
}

let passed = 0;
let failed = 0;

async function tryOne(name: string, attempt: (dir: string) => Promise<string | undefined>): Promise<void> {
  const dir = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-attack-" }));
  const fault = await attempt(dir);
  Deno.removeSync(dir, { recursive: true });
  if (fault === undefined) passed++;
  else {
    failed++;
    console.error(`${name}: ${fault}`);
  }
}

for (const path of Deno.args.length > 0 ? Deno.args : ["dist/kust", "dist/kust-bun"]) {
  const program = Deno.realPathSync(path);
  for (const attack of ATTACKS) await tryOne(`${path}, ${attack.name}`, (dir) => faultOf(attack, program, dir));
  for (const kind of ["pipe", "socket", "tcp"]) {
    await tryOne(`${path}, a slow ${kind}`, (dir) => slowReaderFault(program, kind, dir));
  }
}
console.log(`${passed} passed, ${failed} failed`);
exitUnless(failed === 0);
