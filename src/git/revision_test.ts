import { assertEquals, assertRejects } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { fakeGit } from "../testing/fake_git.ts";
import { type BaseCommit, baseCommit } from "./revision.ts";

interface Repository {
  /** The commits that revisions name. */
  commits?: Record<string, string>;
  /** The names that `--abbrev-ref` finds. */
  named?: Record<string, string>;
  bases?: string;
  branches?: string;
  isShallow?: boolean;
}

const COMMITS = {
  HEAD: "h",
  main: "m",
  "origin/main": "m",
  "@{upstream}": "u",
  "origin/HEAD": "m",
  "origin/topic": "t",
};

function base(
  revision: string | undefined,
  { commits = COMMITS, named = {}, bases = "b", branches = "", isShallow = false }: Repository = {},
  env: Record<string, string> = {},
): Promise<BaseCommit> {
  const git = fakeGit(([command, ...args]) => {
    if (command === "merge-base") return bases;
    if (command === "for-each-ref") return args.includes("refs/remotes") ? branches : "other kinds";
    const name = args.at(-1)!.replace("^{commit}", "");
    if (name === "--is-shallow-repository") return String(isShallow);
    return args.includes("--abbrev-ref") ? named[name] : commits[name as keyof typeof commits];
  });
  return baseCommit(git, revision, (name) => env[name]);
}

async function refusal(work: Promise<unknown>): Promise<string[]> {
  const { diagnostic }: KustError = await assertRejects(() => work, KustError);
  return [diagnostic.message, ...(diagnostic.notes ?? []).map(({ message }) => message), diagnostic.hint ?? ""];
}

Deno.test("the base is the commit in common with the revision, the first of several", async () => {
  assertEquals(await base("main"), { revision: "main", commit: "b" });
  assertEquals(await base("main", { bases: "b1\nb2" }), { revision: "main", commit: "b1" });
});

Deno.test("by default the revision is the branch of a pull request, the upstream branch, or origin's", async () => {
  const upstream = { "@{upstream}": "origin/topic", "origin/HEAD": "origin/main" };
  const revisionOf = async (named: Record<string, string>, env: Record<string, string> = {}) =>
    (await base(undefined, { named }, env)).revision;
  for (
    const name of ["GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "BITBUCKET_PR_DESTINATION_BRANCH"]
  ) assertEquals(await revisionOf(upstream, { [name]: "main" }), "origin/main");
  assertEquals(await revisionOf(upstream, { GITHUB_BASE_REF: "" }), "origin/topic");
  assertEquals(await revisionOf(upstream), "origin/topic");
  // git answers with nothing, or the question, if a branch is not there.
  for (const answer of ["", "@{upstream}"]) {
    assertEquals(await revisionOf({ ...upstream, "@{upstream}": answer }), "origin/main");
  }
  const hint = "name a branch or commit with --base, such as --base origin/main";
  const message = "the current branch has no upstream branch to compare with";
  assertEquals(await refusal(base(undefined)), [message, hint]);
  const branches = ["origin/HEAD", ..."abcdefghi"].join("\n");
  assertEquals(await refusal(base(undefined, { branches })), [message, "there is a, b, c, d, e, f, g, h", hint]);
});

Deno.test("a revision that is not there is told with what may be meant", async () => {
  const message = (name: string) => `the repository has no branch, tag or commit '${name}'`;
  const hintsOf = async (name: string, branches: string) => {
    const [first, ...rest] = await refusal(base(name, { branches }));
    assertEquals(first, message(name));
    return rest;
  };
  assertEquals(await hintsOf("topic", "fork/topic\nsubtopic"), ["did you mean 'fork/topic'?"]);
  assertEquals(await hintsOf("mian", "main"), ["did you mean 'main'?"]);
  assertEquals(await hintsOf("origin/develop", "origin/HEAD\norigin/a\nfork/b\nc"), ["there is origin/a", ""]);
  assertEquals(await hintsOf("develop", "a\norigin/b"), ["there is origin/b", ""]);
  assertEquals(await hintsOf("develop", ""), [""]);
  const [, hint] = await refusal(base("none", { isShallow: true, branches: "nona" }));
  assertEquals(hint?.startsWith("the clone is shallow: fetch the history: 'fetch-depth: 0'"), true);
});

Deno.test("a revision without a base and an option are refused", async () => {
  const without = (isShallow: boolean) => {
    const git = fakeGit(([command, ...args]) =>
      command === "merge-base" ? undefined : args.at(-1) === "--is-shallow-repository" ? String(isShallow) : "c"
    );
    return refusal(baseCommit(git, "main", () => undefined));
  };
  const message = "'main' and the current branch have no commit in common";
  assertEquals(await without(false), [
    message,
    "name a branch that the current one came from, or a commit of its own history",
  ]);
  const [first, hint] = await without(true);
  assertEquals([first, hint?.slice(0, 22)], [message, "the clone is shallow: "]);
  assertEquals(await refusal(base("-x")), ["the revision '-x' is refused: git would take it for an option", ""]);
});
