import { assertEquals, assertRejects } from "@std/assert";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { encodeUtf8 } from "../../text/bytes/utf8.ts";
import type { ProcessRequest, ProcessResult } from "../capabilities.ts";
import { FileError } from "../file_system.ts";
import { Git } from "./git_command.ts";
import { parseRepoSpec } from "./git_url.ts";

const URL = "https://me:secret@host/org/repo";

type Answer = Partial<Omit<ProcessResult, "stdout" | "stderr">> & { stdout?: string; stderr?: string };

class HostWithGit extends MemoryHost {
  readonly #answer: () => Answer;
  asked: ProcessRequest | undefined;

  constructor(answer: () => Answer) {
    super();
    this.#answer = answer;
  }

  override run(request: ProcessRequest): Promise<ProcessResult> {
    this.asked = request;
    return new Promise((resolve) => {
      const { stdout = "", stderr = "", exitCode = 0, timedOut = false } = this.#answer();
      resolve({ exitCode, timedOut, stdout: encodeUtf8(stdout), stderr: encodeUtf8(stderr) });
    });
  }
}

function gitOn(host: MemoryHost, url = URL, signal = new AbortController().signal): Git {
  return new Git(host, parseRepoSpec(url)!, "/clone", signal);
}

async function failureOf(answer: () => Answer, url?: string): Promise<Diagnostic> {
  return (await assertRejects(() => gitOn(new HostWithGit(answer), url).run("fetch it", ["fetch"]), KustError))
    .diagnostic;
}

Deno.test("git runs in its folder, with the time limit of the URL, and its output is returned", async () => {
  const host = new HostWithGit(() => ({ stdout: "done\n", stderr: "noise" }));
  assertEquals(await gitOn(host, `${URL}?timeout=5`).run("fetch it", ["fetch", "x"]), "done\n");
  const { program, args, cwd, timeoutMs } = host.asked!;
  assertEquals([program, args.slice(-2), cwd, timeoutMs], ["git", ["fetch", "x"], "/clone", 5000]);
});

Deno.test("what git says becomes notes, without the password", async () => {
  const stderr = `\r\nremote: no\rfatal: unable to access '${URL}/'\n\n`;
  const { code, message, notes, hint } = await failureOf(() => ({ exitCode: 128, stderr }));
  assertEquals([code, message, hint], ["git-failed", "git could not fetch it", undefined]);
  assertEquals(notes?.map((note) => note.message), [
    "git: remote: no",
    "git: fatal: unable to access 'https://me:***@host/org/repo/'",
  ]);
});

Deno.test("reasons that git gives have hints", async () => {
  const hintOf = async (stderr: string, url?: string) =>
    (await failureOf(() => ({ exitCode: 1, stderr }), url)).hint?.replace(/[:,;] .*/, "");
  const credentials = "git needs credentials and cannot prompt for them";
  for (
    const reason of [
      "fatal: could not read Username for 'x': terminal prompts disabled",
      "could not read Password",
      "Authentication failed",
      "git@host: Permission denied (publickey).",
    ]
  ) assertEquals(await hintOf(reason), credentials, reason);
  const branch = (ref: string) => hintOf("fatal: couldn't find remote ref x", `${URL}?ref=${ref}`);
  const missing = "check that the repository has a branch";
  assertEquals(await Promise.all(["v1", "abc", "abcd", "a".repeat(39), "a".repeat(40)].map(branch)), [
    missing,
    missing,
    "servers only accept full commit hashes",
    "servers only accept full commit hashes",
    missing,
  ]);
  assertEquals(await hintOf("fatal: remote error: upload-pack: not our ref"), missing);
  assertEquals(
    await hintOf("transport 'file' not allowed"),
    "git allows submodules from the disk only after `git config --global protocol.file.allow always`",
  );
  assertEquals(await hintOf("out of memory"), undefined);
});

Deno.test("a path in the ref belongs before the query", async () => {
  const hintOf = async (query: string) => (await failureOf(() => ({ exitCode: 1 }), `https://h/o/r?${query}`)).hint;
  const write = (url: string) => `the path in the repository comes before the '?': write '${url}'`;
  assertEquals(await hintOf("ref=v1//app"), write("https://h/o/r//app?ref=v1"));
  assertEquals(await hintOf("ref=//app"), write("https://h/o/r//app?ref="));
  assertEquals(await hintOf("ref=v1/app"), undefined);
});

Deno.test("git that is too slow, missing, not to be run or no longer wanted", async () => {
  const slow = await failureOf(() => ({ timedOut: true }));
  assertEquals([slow.code, slow.message], ["git-failed", "git could not fetch it within 27 s"]);
  const throwing = (code: "not-found" | "permission") => () => {
    throw new FileError(code, "git", "git: refused");
  };
  const missing = await failureOf(throwing("not-found"));
  const refused = await failureOf(throwing("permission"));
  assertEquals([missing, refused].map(({ code, message }) => [code, message]), [
    ["cannot-run", "https://me:***@host/org/repo is a git repository, and git is not on PATH"],
    ["cannot-run", "cannot run git: git: refused"],
  ]);
  const bug = new HostWithGit(() => {
    throw new RangeError("a bug");
  });
  await assertRejects(() => gitOn(bug).run("fetch it", []), RangeError, "a bug");
  const stopped = AbortSignal.abort(new SyntaxError("enough"));
  await assertRejects(() => gitOn(new HostWithGit(() => ({ exitCode: 1 })), URL, stopped).run("x", []), SyntaxError);
});
