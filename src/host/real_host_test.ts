import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { FileError, type FileErrorCode } from "../load/file_system.ts";
import { realHost } from "./real_host.ts";
import { readDescriptor } from "./streams/read_stream.ts";

function inTempDir(body: (dir: string) => void): void {
  const dir = fs.mkdtempSync(`${tmpdir()}/kust-test-`);
  try {
    body(dir);
  } finally {
    fs.rmSync(dir, { recursive: true });
  }
}

function assertRefused(action: () => unknown, code: FileErrorCode): void {
  assertEquals(assertThrows(action, FileError).code, code);
}

Deno.test("realHost knows the platform and the terminal as Deno does", () => {
  const { platform, terminal } = realHost;
  const arch = { x86_64: "amd64", aarch64: "arm64" }[Deno.build.arch as string];
  assertEquals(platform, { os: Deno.build.os, arch: arch ?? Deno.build.arch });
  assertEquals([terminal.stdout, terminal.stderr], [Deno.stdout.isTerminal(), Deno.stderr.isTerminal()]);
  const hasSize = terminal.stdout || terminal.stderr;
  assertEquals(terminal.columns, (hasSize ? Deno.consoleSize().columns : 0) || 80);
});

Deno.test("the disk fails with the file system's codes", () => {
  inTempDir((dir) => {
    const files = realHost.fs;
    files.writeFile(`${dir}/file`, "x");
    assertRefused(() => files.readText(dir), "is-directory");
    assertRefused(() => files.readText(`${dir}/nope`), "not-found");
    assertRefused(() => files.readText(`${dir}/file/x`), "not-directory");
    assertRefused(() => files.readDir(`${dir}/file`), "not-directory");
    assertRefused(() => files.writeFile(`${dir}/nope/x`, ""), "not-found");
    assertEquals(files.stat(`${dir}/file/x`), undefined);
    assertEquals(files.isLink(`${dir}/nope`), false);
  });
});

Deno.test("the disk keeps a byte order mark and replaces bytes that are not UTF-8", () => {
  inTempDir((dir) => {
    realHost.fs.writeFile(`${dir}/file`, new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff]));
    assertEquals(realHost.fs.readText(`${dir}/file`), "\ufeffa\ufffd");
  });
});

Deno.test("writeFile() leaves nothing of a longer content, and writes to devices", () => {
  inTempDir((dir) => {
    const { fs } = realHost;
    fs.writeFile(`${dir}/file`, "a longer content");
    fs.writeFile(`${dir}/file`, ["in ", "parts"]);
    assertEquals(fs.readText(`${dir}/file`), "in parts");
    fs.writeFile(`${dir}/file`, "");
    assertEquals(fs.readText(`${dir}/file`), "");
    fs.writeFile("/dev/null", "x");
  });
});

Deno.test("entries() has the names of readDir(), with what each is itself", () => {
  inTempDir((dir) => {
    const files = realHost.fs;
    for (const name of ["z", "\u00e9", "a"]) files.writeFile(`${dir}/${name}`, "");
    files.makeDir(`${dir}/folder`);
    fs.symlinkSync("folder", `${dir}/link`);
    const entries = files.entries?.(dir) ?? [];
    assertEquals(entries.map(({ name }) => name), files.readDir(dir));
    assertEquals(entries.map(({ kind }) => kind), ["file", "folder", "other", "file", "file"]);
    assertRefused(() => files.entries?.(`${dir}/a`), "not-directory");
  });
});

Deno.test("replaceFile() keeps the mode and the link, and leaves no other file", () => {
  inTempDir((dir) => {
    const files = realHost.fs;
    files.makeDir(`${dir}/real`);
    files.writeFile(`${dir}/real/file`, "old");
    fs.chmodSync(`${dir}/real/file`, 0o751);
    Deno.symlinkSync("real/file", `${dir}/link`);
    files.replaceFile(`${dir}/link`, "new");
    assertEquals(files.readText(`${dir}/real/file`), "new");
    assertEquals(files.stat(`${dir}/link`)?.mode, 0o751);
    assertEquals(files.isLink(`${dir}/link`), true);
    assertEquals(files.readDir(`${dir}/real`), ["file"]);
  });
});

Deno.test("replaceFile() creates a new file, also at the target of a link", () => {
  inTempDir((dir) => {
    Deno.symlinkSync("target", `${dir}/link`);
    realHost.fs.replaceFile(`${dir}/link`, "1");
    realHost.fs.replaceFile(`${dir}/new`, "2");
    assertEquals(realHost.fs.readDir(dir), ["link", "new", "target"]);
  });
});

Deno.test("new files get their mode from the umask, and never more than that of the old file while they are written", () => {
  inTempDir((dir) => {
    const before = Deno.umask(0o027);
    try {
      realHost.fs.writeFile(`${dir}/written`, "");
      realHost.fs.replaceFile(`${dir}/replaced`, "");
      realHost.fs.writeFile(`${dir}/given`, "", 0o600);
    } finally {
      Deno.umask(before);
    }
    const mode = (name: string) => realHost.fs.stat(`${dir}/${name}`)?.mode;
    assertEquals([mode("written"), mode("replaced"), mode("given")], [0o640, 0o640, 0o600]);
  });
});

Deno.test("replaceFile() keeps hard links, and rejects anything but a file", async () => {
  const dir = fs.mkdtempSync(`${tmpdir()}/kust-test-`);
  try {
    fs.writeFileSync(`${dir}/a`, "old");
    fs.linkSync(`${dir}/a`, `${dir}/b`);
    realHost.fs.replaceFile(`${dir}/a`, "new");
    assertEquals(realHost.fs.readText(`${dir}/b`), "new");
    await new Deno.Command("mkfifo", { args: [`${dir}/pipe`] }).output();
    assertRefused(() => realHost.fs.replaceFile(`${dir}/pipe`, ""), "not-regular");
    assertRefused(() => realHost.fs.replaceFile("/dev/null", ""), "not-regular");
    for (const path of [`${dir}/pipe`, "/dev/zero"]) {
      assertRefused(() => realHost.fs.readText(path), "not-regular");
      assertRefused(() => realHost.fs.readFile(path), "not-regular");
    }
    assertRefused(() => realHost.fs.replaceFile(dir, ""), "is-directory");
    assertEquals(Deno.statSync(`${dir}/pipe`).isFifo, true);
  } finally {
    fs.rmSync(dir, { recursive: true });
  }
});

Deno.test("readPipe() waits for a writer and reads all, as readDescriptor() does of a stream that does not block", async () => {
  const dir = fs.mkdtempSync(`${tmpdir()}/kust-test-`);
  const path = `${dir}/pipe`;
  const write = (script: string) => new Deno.Command("sh", { args: ["-c", script], cwd: dir }).spawn();
  try {
    await new Deno.Command("mkfifo", { args: [path] }).output();
    const late = write("sleep 0.1; head -c 300000 /dev/zero >pipe");
    assertEquals(realHost.readPipe(path).length, 300_000);
    const slow = write("exec >pipe; printf x; sleep 0.1; head -c 300000 /dev/zero");
    const descriptor = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    while (readOne(descriptor) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    assertEquals(readDescriptor(descriptor, path).length, 300_000);
    fs.closeSync(descriptor);
    await Promise.all([late.status, slow.status]);
  } finally {
    fs.rmSync(dir, { recursive: true });
  }
});

/** 0 as long as nobody writes. */
function readOne(descriptor: number): number {
  try {
    return fs.readSync(descriptor, new Uint8Array(1));
  } catch {
    return 0;
  }
}

Deno.test("replaceFile() keeps the old file if the content fails halfway", () => {
  inTempDir((dir) => {
    realHost.fs.writeFile(`${dir}/file`, "old");
    const failing = function* () {
      yield "half";
      throw new Error("no more");
    };
    assertThrows(() => realHost.fs.replaceFile(`${dir}/file`, failing()));
    assertEquals([realHost.fs.readText(`${dir}/file`), realHost.fs.readDir(dir).length], ["old", 1]);
  });
});

Deno.test("the next run removes the files that a killed run left, and no others", async () => {
  const dir = fs.mkdtempSync(`${tmpdir()}/kust-test-`);
  try {
    // It has a temporary folder and is killed while it writes.
    const script = `
      import { realHost } from "${new URL("real_host.ts", import.meta.url)}";
      realHost.makeTempDir("kust-git-");
      realHost.fs.replaceFile("${dir}/file", { *[Symbol.iterator]() { yield "half"; process.kill(process.pid, "SIGKILL"); } });`;
    const run = { env: { TMPDIR: dir }, cwd: dir };
    await new Deno.Command(DENO, { args: ["eval", "-q", "--ext=ts", script], ...run }).output();
    assertEquals(realHost.fs.readDir(dir).length, 2);
    const running = realHost.fs.readDir(dir)[0]!.replace(/\.\d+-/, `.${Deno.ppid}-`);
    for (const name of [running, ".file.1.tmp", "kust-git-1-x-abcdef"]) realHost.fs.writeFile(`${dir}/${name}`, "");
    const next = script.replace(/\{ \*.*$/, '"new");');
    await new Deno.Command(DENO, { args: ["eval", "-q", "--ext=ts", next], ...run }).output();
    assertEquals(realHost.fs.readDir(dir), [running, ".file.1.tmp", "file", "kust-git-1-x-abcdef"].sort());
  } finally {
    fs.rmSync(dir, { recursive: true });
  }
});

Deno.test("replaceFile() changes nothing if the folder is missing", () => {
  inTempDir((dir) => assertRefused(() => realHost.fs.replaceFile(`${dir}/nope/file`, ""), "not-found"));
});

Deno.test("run() passes the input, and returns exit code and both outputs", async () => {
  const result = await realHost.run({ program: "sh", args: ["-c", "cat; echo err >&2; exit 3"], input: "in" });
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  assertEquals([result.exitCode, text(result.stdout), text(result.stderr)], [3, "in", "err\n"]);
});

Deno.test("run() reports a missing program, and ends one that takes too long", async () => {
  const error = await assertRejects(() => realHost.run({ program: "kust-no-such", args: [] }), FileError);
  assertEquals(error.code, "not-found");
  const slow = await realHost.run({ program: "sleep", args: ["5"], timeoutMs: 50 });
  assertEquals([slow.exitCode, slow.timedOut], [143, true]);
});

Deno.test("run() ends a program that writes too much, and passes its stderr on as it arrives", async () => {
  const endless = await realHost.run({ program: "yes", args: [], maxOutput: 100_000 });
  assertEquals([endless.tooLong, endless.stdout.length <= 100_000], [true, true]);
  let heard = 0;
  const onStderr = (chunk: Uint8Array) => void (heard += chunk.length);
  const script = "head -c 5000000 /dev/zero >&2; printf end >&2";
  const noisy = await realHost.run({ program: "sh", args: ["-c", script], onStderr });
  assertEquals([heard, noisy.stderr.length < 2 ** 21, noisy.tooLong], [5_000_003, true, false]);
  assertEquals(new TextDecoder().decode(noisy.stderr.subarray(-3)), "end");
});

Deno.test("run() reports a file that is not a program as a permission error", async () => {
  const dir = fs.mkdtempSync(`${tmpdir()}/kust-test-`);
  fs.writeFileSync(`${dir}/file`, "");
  for (const program of [dir, `${dir}/file`]) {
    const error = await assertRejects(() => realHost.run({ program, args: [] }), FileError);
    assertEquals(error.code, "permission", program);
  }
  fs.rmSync(dir, { recursive: true });
});

Deno.test("run() accepts a program that leaves its input unread", async () => {
  const result = await realHost.run({ program: "true", args: [], input: "x".repeat(1 << 20) });
  assertEquals(result.exitCode, 0);
});

Deno.test("run() also ends a program's children, at the time limit and on a signal", async () => {
  const stopped = new AbortController();
  const command = { program: "sh", args: ["-c", "sleep 60 & sleep 60"] };
  const slow = realHost.run({ ...command, timeoutMs: 50 });
  const aborted = realHost.run({ ...command, signal: stopped.signal });
  setTimeout(() => stopped.abort(), 50);
  // The pipes would stay open as long as one of the sleeping processes lives.
  assertEquals((await slow).timedOut, true);
  assertEquals((await aborted).timedOut, false);
});

Deno.test("run() gives up on what has left the program's group and holds its streams", async () => {
  const command = { program: "sh", args: ["-c", "setsid sleep 30 & cat"], input: "x", timeoutMs: 500 };
  const began = performance.now();
  const runs = [false, true].map((namedStreams) => realHost.run({ ...command, namedStreams }));
  assertEquals((await Promise.all(runs)).map(({ timedOut }) => timedOut), [true, true]);
  assert(performance.now() - began < 20_000);
});

const MAIN = new URL("../../main.ts", import.meta.url).pathname;
const DENO = Deno.execPath();

async function shell(script: string, cwd: string): Promise<string> {
  const { stdout, stderr } = await new Deno.Command("bash", { args: ["-c", script], cwd }).output();
  return new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
}

Deno.test("a closed reader ends the program like SIGPIPE, silently", async () => {
  assertEquals(await shell(`${DENO} run -qA ${MAIN} help build | true; echo \${PIPESTATUS[0]}`, "/"), "141\n");
});

Deno.test({
  name: "a full disk after a redirection is reported in one line",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    assertEquals(
      await shell(`${DENO} run -qA ${MAIN} version > /dev/full; echo $?`, "/"),
      "1\nError: cannot access 'standard output': no space left on device [file-error]\n",
    );
  },
});

Deno.test("a local build under deno run needs only permission to read its folder", async () => {
  const dir = fs.mkdtempSync(`${tmpdir()}/kust-test-`);
  fs.writeFileSync(`${dir}/kustomization.yaml`, "resources: [a.yaml]\n");
  fs.writeFileSync(`${dir}/a.yaml`, "{apiVersion: v1, kind: Service, metadata: {name: a}}\n");
  const built = await shell(`${DENO} run -q --no-prompt --allow-read=. ${MAIN} build .`, dir);
  fs.rmSync(dir, { recursive: true });
  assertEquals(built, "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n");
});
