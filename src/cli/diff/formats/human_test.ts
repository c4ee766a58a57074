import { assert, assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../../testing/memory_host.ts";
import { run } from "../../run.ts";

const FILES = {
  "old/kustomization.yaml": "resources: [r.yaml]\n",
  "old/r.yaml": "apiVersion: v1\nkind: Thing\nmetadata: {name: thing}\nspec:\n  a: 1\n  text: short\n  gone: 1\n",
  "new/kustomization.yaml": "resources: [r.yaml]\n",
  "new/r.yaml": `apiVersion: v1\nkind: Thing\nmetadata: {name: thing}\nspec:\n  a: 2\n  text: ${"long ".repeat(12)}\n`,
};

async function output(columns: number, ...flags: string[]): Promise<string> {
  const host = new MemoryHost(new MemoryFileSystem(FILES, "/p"), { FORCE_COLOR: "" });
  Object.assign(host.terminal, { stdout: true, columns });
  await run(["diff", "old", "new", ...flags], host);
  return host.stdout;
}

Deno.test("diff folds to the width of the terminal", async () => {
  const lines = (await output(50, "--color", "never")).split("\n");
  assertEquals(lines, [
    "new",
    "  ~ Thing thing",
    "      spec.a     1 -> 2  new/r.yaml:5:6",
    "      spec.gone  - 1     old/r.yaml:7:9 in old",
    "      spec.text          new/r.yaml:6:9",
    "        - short",
    "        + long long long long long long long long",
    "        + long long long long",
    "1 resource differs",
    "",
  ]);
});

Deno.test("diff shortens a long path from its start, but keeps the last step", async () => {
  const lineOf = async (...steps: string[]) => {
    const value = (end: string) => [...steps].reverse().reduce((inner, step) => `{${step}: ${inner}}`, end);
    const text = (end: string) => `apiVersion: v1\nkind: Thing\nmetadata: {name: thing}\nspec: ${value(end)}\n`;
    const host = new MemoryHost(new MemoryFileSystem({ ...FILES, "old/r.yaml": text("1"), "new/r.yaml": text("2") }));
    await run(["diff", "old", "new"], host);
    return /^ {6}(\S+) /m.exec(host.stdout)?.[1];
  };
  const [short, long] = ["a".repeat(20), "b".repeat(60)];
  assertEquals(await lineOf(short), `spec.${short}`);
  assertEquals(await lineOf(short, short), `…${short}`);
  assertEquals(await lineOf(short, long), `…${long}`);
});

Deno.test("diff colours what is printed to a terminal, unless it is told not to", async () => {
  assert((await output(80)).includes("\x1b[33m  ~ Thing thing\x1b[0m"));
  assert(!(await output(80, "--color=never")).includes("\x1b"));
});

Deno.test("diff shows the end of paths of more than 40 characters, from the start of a step", async () => {
  const pathOf = async (path: string) => {
    const keys = path.split(".").reverse();
    const resource = (value: string) =>
      `apiVersion: v1\nkind: Thing\nmetadata: {name: thing}\n${
        keys.reduce((inner, key) => `{${key}: ${inner}}`, value).slice(1, -1)
      }\n`;
    const files = { ...FILES, "old/r.yaml": resource("1"), "new/r.yaml": resource("2") };
    const host = new MemoryHost(new MemoryFileSystem(files, "/p"));
    await run(["diff", "old", "new"], host);
    return host.stdout.split("\n")[2]!.trim().split(" ")[0];
  };
  const [ten, eleven] = ["abcdefghij", "abcdefghijk"];
  const short = [ten, ten, ten, "abcdefg"].join(".");
  assertEquals([short.length, await pathOf(short)], [40, short]);
  assertEquals(await pathOf([eleven, ten, ten, "abcdefg"].join(".")), `…${[ten, ten, "abcdefg"].join(".")}`);
  assertEquals(await pathOf([ten, "abcdefghij".repeat(4)].join(".")), `…${"abcdefghij".repeat(4)}`);
});

/** The report on two texts of a resource, or on a new one. */
async function reportOn(before: string | undefined, after: string, columns: number): Promise<string[]> {
  const files = {
    "old/kustomization.yaml": before === undefined ? "namePrefix: a-\n" : "resources: [r.yaml]\n",
    "old/r.yaml": before ?? "",
    "new/kustomization.yaml": "resources: [r.yaml]\n",
    "new/r.yaml": after,
  };
  const host = new MemoryHost(new MemoryFileSystem(files, "/p"));
  Object.assign(host.terminal, { stdout: true, columns });
  await run(["diff", "old", "new", "--color=never"], host);
  return host.stdout.split("\n").slice(1, -2);
}

const THING = "apiVersion: v1\nkind: Thing\nmetadata: {name: thing}\n";
const SECRET = "apiVersion: v1\nkind: Secret\nmetadata: {name: thing}\ndata: {a: YQ==}\n";

Deno.test("diff puts places beside values, below them or below paths, if that is the first where they fit", async () => {
  const at = async (columns: number) => (await output(columns, "--color=never")).split("\n").slice(2, -2);
  assertEquals((await at(46))[1], "      spec.gone  - 1     old/r.yaml:7:9 in old");
  assertEquals((await at(45)).slice(1, 3), ["      spec.gone  - 1", "                 old/r.yaml:7:9 in old"]);
  assertEquals((await at(38)).slice(2, 4), ["      spec.gone  - 1", "                 old/r.yaml:7:9 in old"]);
  assertEquals((await at(37)).slice(2, 4), ["      spec.gone  - 1", "        old/r.yaml:7:9 in old"]);
  assertEquals((await at(23))[0], "      spec.a     1 -> 2");
  assertEquals((await at(22)).slice(0, 4), ["      spec.a", "        new/r.yaml:5:6", "        - 1", "        + 2"]);
});

Deno.test("diff puts remarks beside the resource if 20 columns are left for them", async () => {
  assertEquals(await reportOn(undefined, THING, 37), ["  + Thing thing  new/r.yaml:1:1"]);
  assertEquals(await reportOn(undefined, THING, 36), ["  + Thing thing", "      new/r.yaml:1:1"]);
});

Deno.test("diff shows neither the lines of hidden values nor those of moved items, however narrow it is", async () => {
  assertEquals(await reportOn(SECRET, SECRET.replace("YQ", "Yg"), 20), [
    "  ~ Secret thing",
    "      data.a  *** -> *** (different)",
    "        new/r.yaml:4:11",
  ]);
  const list = (names: string[]) => `${THING}containers: [${names.map((name) => `{name: ${name}}`).join(", ")}]\n`;
  assertEquals(await reportOn(list(["a", "b", "c"]), list(["c", "b", "a"]), 20), [
    "  ~ Thing thing",
    "      containers  other order",
    "        new/r.yaml:4:13",
  ]);
});

Deno.test("diff aligns places by values of up to 48 columns", async () => {
  const report = (length: number) => reportOn(`${THING}a: 1\nb: ${"x".repeat(length)}\n`, `${THING}a: 2\nb: z\n`, 120);
  assertEquals(await report(43), [
    "  ~ Thing thing",
    `      a  1 -> 2${" ".repeat(44)}new/r.yaml:4:4`,
    `      b  ${"x".repeat(43)} -> z  new/r.yaml:5:4`,
  ]);
  assertEquals((await report(44))[1], "      a  1 -> 2  new/r.yaml:4:4");
});

Deno.test("diff shows up to 20 lines of a value, and 19 of a longer one, folded", async () => {
  const text = (lines: number) =>
    `${THING}text: |\n${Array.from({ length: lines }, (_, i) => `  ${i}\n`).join("")}  ${"x".repeat(40)}\n`;
  const report = async (lines: number) => (await reportOn(THING + "text: other\n", text(lines), 50)).slice(3);
  assertEquals((await report(18)).slice(-2), ["        + 17", `        + ${"x".repeat(40)}`]);
  assertEquals((await report(19)).slice(-2), ["        + 17", "          … 2 lines more"]);
});

Deno.test("diff shows values of up to 80 characters in the line of their field", async () => {
  const report = (length: number) => reportOn(`${THING}a: 1\n`, `${THING}a: ${"x".repeat(length)}\n`, 200);
  assertEquals((await report(80))[1]!.startsWith("      a  1 -> xxx"), true);
  assertEquals((await report(81)).slice(2), ["        - 1", `        + ${"x".repeat(81)}`]);
});
