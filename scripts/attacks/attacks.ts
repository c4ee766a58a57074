/**
 * `deno task attacks PROGRAM...`: attacks on running programs, each with a limit on time and memory. Attacks that need
 * no process are unit tests; SECURITY.md lists them.
 */

import { exitUnless } from "../run_program.ts";

const LIMIT_SECONDS = 30;
const LIMIT_MIB = 2500;

interface Attack {
  name: string;
  /** Files by their paths in the folder in which the program is started. */
  files: Record<string, string>;
  /** Further preparation, as a shell script. */
  prepare?: string;
  args: string[];
  env?: Record<string, string>;
  /** A part of standard error, if the program must fail. */
  refusal?: string;
  /** A shell script that succeeds if the attack did no harm. */
  after?: string;
}

const RESOURCE = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
const PROJECT = { "k/kustomization.yaml": "resources: [r.yaml]\n", "k/r.yaml": RESOURCE };
const BOMB = Array.from({ length: 12 }, (_, i) => `      l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`)}]\n`).join(
  "",
);
const EXEC =
  "apiVersion: x/v1\nkind: Fn\nmetadata:\n  name: f\n  annotations: {config.kubernetes.io/function: 'exec: {path: ./f}'}\n";
const FUNCTION = {
  "k/kustomization.yaml": "resources: [r.yaml]\ntransformers: [t.yaml]\n",
  "k/r.yaml": RESOURCE,
  "k/t.yaml": EXEC,
};
const RUN_FUNCTION = ["build", "k", "--enable-alpha-plugins", "--enable-exec"];

const ATTACKS: Attack[] = [
  {
    name: "an alias bomb in the values of a chart",
    files: { "k/kustomization.yaml": `helmCharts:\n- name: c\n  valuesInline:\n      l0: &l0 x\n${BOMB}` },
    args: ["build", "k", "--enable-helm"],
    refusal: "too-many-aliases",
  },
  {
    name: "an alias bomb in a file that is edited",
    files: { "kustomization.yaml": `helmCharts:\n- name: c\n  valuesInline:\n      l0: &l0 x\n${BOMB}` },
    args: ["edit", "set", "nameprefix", "x-"],
    refusal: "too-many-aliases",
  },
  {
    name: "copies of a JSON patch that double",
    files: {
      ...PROJECT,
      "k/kustomization.yaml": `resources: [r.yaml]\npatches:\n- target: {kind: ConfigMap}\n  patch: |\n` +
        `    - {op: add, path: /a, value: {x: 1}}\n` +
        Array.from({ length: 30 }, (_, i) => `    - {op: copy, from: /a, path: /a/c${i}}\n`).join(""),
    },
    args: ["build", "k"],
    refusal: "too-large",
  },
  {
    name: "a pipe as a resource",
    files: { "k/kustomization.yaml": "resources: [f]\n" },
    prepare: "mkfifo k/f",
    args: ["build", "k"],
    refusal: "not a regular file",
  },
  {
    name: "a pipe as a kustomization",
    files: {},
    prepare: "mkdir k; mkfifo k/kustomization.yaml",
    args: ["build", "k"],
    refusal: "kustomization",
  },
  {
    name: "a namespace that leads out of -o",
    files: {
      ...PROJECT,
      "k/r.yaml": "{apiVersion: v1, kind: A, metadata: {name: a, namespace: ../esc/z}}\n---\n" +
        "{apiVersion: v1, kind: A, metadata: {name: b, namespace: y}}\n",
    },
    prepare: "mkdir out esc",
    args: ["build", "k", "-o", "out"],
    refusal: "gives no file name",
    after: 'test -z "$(find out esc -type f)"',
  },
  {
    name: "files that others can read",
    files: PROJECT,
    args: ["build", "k", "-o", "f"],
    after: 'test "$(stat -c %a f)" = 600',
  },
  {
    name: "a device as the kustomization that is edited",
    files: {},
    prepare: "mkfifo pipe; ln -s pipe kustomization.yaml",
    args: ["edit", "set", "nameprefix", "x-"],
    refusal: "not a regular file",
    after: "test -p pipe",
  },
  {
    name: "a hard link to a file that is edited",
    files: { "kustomization.yaml": "resources: []\n" },
    prepare: "ln kustomization.yaml other",
    args: ["edit", "set", "nameprefix", "x-"],
    after: "grep -q x- other",
  },
  {
    name: "a function that never ends",
    files: { ...FUNCTION, "k/f": "#!/bin/sh\nsleep 600\n" },
    prepare: "chmod +x k/f",
    args: [...RUN_FUNCTION, "--program-timeout", "1s"],
    refusal: "timed-out",
  },
  {
    name: "a function that writes without end",
    files: { ...FUNCTION, "k/f": "#!/bin/sh\nyes\n" },
    prepare: "chmod +x k/f",
    args: RUN_FUNCTION,
    refusal: "too-large",
  },
  {
    name: "a function that complains without end",
    files: { ...FUNCTION, "k/f": "#!/bin/sh\nhead -c 300000000 /dev/zero >&2; exit 1\n" },
    prepare: "chmod +x k/f",
    args: RUN_FUNCTION,
    refusal: "failed with exit code 1",
  },
  {
    name: "a function that is not a program",
    files: { ...FUNCTION, "k/f": "" },
    args: RUN_FUNCTION,
    refusal: "not executable",
  },
  { name: "no PATH", files: {}, args: ["build", "file:///nowhere/x"], env: { PATH: "" }, refusal: "Error: " },
  {
    name: "arguments that every object has as properties",
    files: {},
    args: ["completion", "toString"],
    refusal: "Error: ",
  },
  {
    name: "flags that every object has as properties",
    files: PROJECT,
    args: ["build", "--__proto__", "k"],
    refusal: "unknown flag",
  },
  {
    name: "an invalid URL",
    files: { "k/kustomization.yaml": 'resources: ["http://us%zz:p@:x/"]\n' },
    args: ["build", "k"],
    refusal: "Error: ",
  },
  {
    name: "a code cache planted by another user",
    files: PROJECT,
    prepare: "mkfifo tmp/deno-compile-kust.cache",
    args: ["build", "k"],
  },
  {
    name: "an escape sequence in a folder's name",
    files: { "\u001b[31mx/kustomization.yaml": "x: 1\n" },
    args: ["build", "--all", ".", "-o", "out"],
    refusal: "\ufffd[31mx",
  },
];

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
