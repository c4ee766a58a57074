/** Attacks on the output: streams that accept little at a time, or nothing more, and output of any length. */

/** What takes the output; `file` and `full` are a regular file and a full disk. */
type Taker = "file" | "full" | "pipe" | "socket" | "tcp";

interface OutputAttack {
  taker: Taker;
  args: readonly string[];
  /** After so many bytes the reader goes away. Absent: never. */
  takes?: number;
  /** The exit code. Default: 0. */
  code?: number;
}

const BUILD = ["build", "k"];
const DIFF = ["diff", "small", "k", "--format", "unified"];
const PACKAGE = ["cfg", "cat", "k"];
const BROKEN_PIPE = 141;

export const OUTPUT_ATTACKS: readonly OutputAttack[] = [
  { taker: "pipe", args: BUILD },
  { taker: "socket", args: BUILD },
  { taker: "tcp", args: BUILD },
  { taker: "socket", args: ["build", "--all", ".", "-o", "-"] },
  { taker: "tcp", args: DIFF, code: 1 },
  { taker: "pipe", args: PACKAGE },
  { taker: "pipe", args: ["lint", "k", "--format", "json"], code: 1 },
  { taker: "pipe", args: BUILD, takes: 200_000, code: BROKEN_PIPE },
  // What a TCP connection buffers is more than the whole output.
  { taker: "socket", args: PACKAGE, takes: 200_000, code: BROKEN_PIPE },
  { taker: "full", args: BUILD, code: 1 },
  { taker: "full", args: PACKAGE, code: 1 },
];

export function nameOf({ taker, args, takes }: OutputAttack): string {
  return `a ${taker === "full" ? "full disk" : `slow ${taker}`} for ${args.join(" ")}${takes ? ", closed early" : ""}`;
}

const LIMIT_SECONDS = "240";
const LIMIT_MIB = 1500;

const resource = (name: string, data: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {${data}}\n`;

/** 3 MB in 2,000 resources. Their upper-case names are findings of `lint`. */
function manyResources(): string {
  return Array.from({ length: 2000 }, (_, i) => resource(`A${i}`, `k: "${"x".repeat(i % 3000)}"`)).join("---\n");
}

/** 1 GB when it is built: 100 resources of 10 MB each. */
function largeResources(): string {
  const aliases = Array.from({ length: 100 }, (_, i) => `, k${i}: *x`).join("");
  return Array.from({ length: 100 }, (_, i) => resource(`a${i}`, `x: &x ${"x".repeat(100_000)}${aliases}`)).join(
    "---\n",
  );
}

/** @param isLarge Whether the output of a build is 1 GB. */
export async function outputFault(
  attack: OutputAttack,
  isLarge: boolean,
  program: string,
  dir: string,
): Promise<string | undefined> {
  const files = { k: isLarge ? largeResources() : manyResources(), small: resource("b", "a: b") };
  for (const [name, text] of Object.entries(files)) {
    Deno.mkdirSync(`${dir}/${name}`);
    Deno.writeTextFileSync(`${dir}/${name}/kustomization.yaml`, "resources: [r.yaml]\n");
    Deno.writeTextFileSync(`${dir}/${name}/r.yaml`, text);
  }
  const { args, taker, takes = 0, code = 0 } = attack;
  const found = await read(taker, takes, [program, ...args], dir);
  if (found.length < 4) return `found nothing in time: ${found}`;
  const [digest, length, exit, mib] = found;
  if (Number(mib) > LIMIT_MIB) return `it took ${mib} MiB`;
  if (exit !== String(code)) return `exit code ${exit}`;
  if (takes > 0 || taker === "full") return undefined;
  const [expected, size] = await read("file", 0, [program, ...args], dir);
  return digest === expected ? undefined : `expected ${size} bytes ${expected}, found ${length} bytes ${digest}`;
}

/** Digest and number of the bytes that arrived, exit code, and MiB of memory at the most. */
async function read(taker: Taker, takes: number, words: string[], dir: string): Promise<string[]> {
  const script = new URL("slow_reader.py", import.meta.url).pathname;
  const args = [LIMIT_SECONDS, "python3", script, taker, "0.3", String(takes), ...words];
  const { stdout } = await new Deno.Command("timeout", { args, cwd: dir, stderr: "null" }).output();
  return new TextDecoder().decode(stdout).trim().split(" ").filter((word) => word !== "");
}
