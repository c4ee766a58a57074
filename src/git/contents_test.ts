import { assertEquals, assertRejects } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { type FakeAnswer, fakeGit } from "../testing/fake_git.ts";
import type { Committed } from "./changes.ts";
import { contentsOf } from "./contents.ts";

/** Files of a repository whose objects have the names of the files. */
function filesOf(names: readonly string[], repository = "/w"): Committed[] {
  return names.map((name) => ({ path: `${repository}/${name}`, kind: "file", mode: 0o644, object: name, repository }));
}

/** As `git cat-file --batch`; a filter adds the path. */
function catFile(objects: Record<string, string>, input: string, withFilters: boolean): string {
  const answers = input.trimEnd().split("\n").map((line) => {
    const [object = "", path] = line.split(/ (.*)/);
    const content = objects[object];
    if (content === undefined) return `${object} missing\n`;
    return `${object} blob ${content.length}\n${content}${withFilters ? ` at ${path}` : ""}\n`;
  });
  return answers.join("");
}

/** The texts of files, and `missing`. */
async function texts(
  files: Committed[],
  objects: Record<string, string>,
  filters: FakeAnswer = { exitCode: 1 },
): Promise<string[]> {
  const git = fakeGit((command, { input }) =>
    command.includes("--filters") ? filters : catFile(objects, input as string, false)
  );
  return [...await contentsOf(git, files)].map(([path, content]) =>
    content instanceof Uint8Array ? `${path}: ${new TextDecoder().decode(content)}` : content.message
  );
}

const LOST = "the commit's content is not here; 'git lfs fetch --all' or 'git fetch' gets it";

Deno.test("contents are what git prints, to the byte, even if they are empty or missing", async () => {
  const objects = { a: "1\n", empty: "", k: "k k kust-5 missing\n", last: "\n\n" };
  assertEquals(await texts(filesOf(["a", "empty", "lost", "k", "last"]), objects), [
    "/w/a: 1\n",
    "/w/empty: ",
    `/w/lost: ${LOST}`,
    "/w/k: k k kust-5 missing\n",
    "/w/last: \n\n",
  ]);
  assertEquals(await texts(filesOf(["lost", "a"]), objects), [`/w/lost: ${LOST}`, "/w/a: 1\n"]);
});

Deno.test("filters get the path in the repository, each repository has a process, and some files each", async () => {
  const asked: string[] = [];
  const git = fakeGit((command, { input, cwd }) => {
    asked.push(`${cwd} ${(input as string).split("\n").length}`);
    return catFile({ "d/a": "1", x: "3" }, input as string, command.includes("--filters"));
  });
  const [odd] = filesOf(["odd"]);
  const files = [...filesOf(["d/a"]), { ...odd!, path: "/w/b\nc\ufffd", object: "x" }, ...filesOf(["x"], "/w/sub")];
  const found = await contentsOf(git, files);
  assertEquals([...found.values()].map((content) => new TextDecoder().decode(content as Uint8Array)), [
    "1 at d/a",
    "3 at b_c_",
    "3 at x",
  ]);
  assertEquals(asked, ["/w 5", "/w/sub 3"]);
  asked.length = 0;
  const many = filesOf(Array.from({ length: 501 }, (_, at) => `f${at}`));
  assertEquals([(await contentsOf(git, many)).size, asked], [501, ["/w 1001", "/w 3"]]);
  asked.length = 0;
  assertEquals([(await contentsOf(git, many.slice(1))).size, asked], [500, ["/w 1001"]]);
});

Deno.test("without the program of a filter, or with too much output, contents are as committed", async () => {
  for (const filters of [{ exitCode: 128 }, { tooLong: true }]) {
    assertEquals(await texts(filesOf(["a"]), { a: "1" }, filters), ["/w/a: 1"]);
  }
  const git = (plain: FakeAnswer) => fakeGit((command) => command.includes("--filters") ? undefined : plain);
  const codes = [];
  for (const plain of [{ tooLong: true, exitCode: 137 }, { exitCode: 128 }]) {
    const { diagnostic }: KustError = await assertRejects(() => contentsOf(git(plain), filesOf(["a"])), KustError);
    codes.push([diagnostic.code, diagnostic.message]);
  }
  assertEquals(codes, [
    ["too-large", "git could not read the commit's files: there is more than kust can hold in memory"],
    ["git-failed", "git could not read the commit's files"],
  ]);
});

Deno.test("a pointer of Git LFS is less than 1024 bytes that begin with its version", async () => {
  const pointer = "version https://git-lfs.github.com/spec/v1\n";
  const objects = { a: pointer.padEnd(1023), b: pointer.padEnd(1024), c: `#${pointer}` };
  assertEquals((await texts(filesOf(["a", "b", "c"]), objects)).map((text) => text.slice(0, 12)), [
    "/w/a: the co",
    "/w/b: versio",
    "/w/c: #versi",
  ]);
});
