/**
 * git servers for tests, on the loopback address only: generated repositories, `git http-backend` behind a small http
 * server (with an optional password, and a count of requests), and `git daemon`. Each ends when it is closed.
 *
 * For manual tests: `deno run -A scripts/serve_git.ts DIR [SECONDS]` serves the repositories below DIR for a minute.
 */

import { parseArgs } from "@std/cli";

export const LOOPBACK = "127.0.0.1";

/** A running server. */
export interface GitServer {
  /** `http://127.0.0.1:PORT/` or `git://127.0.0.1:PORT/`. */
  readonly url: string;
  /** The number of requests for the refs of each repository, by its path; each fetch makes one. */
  readonly asked: Map<string, number>;
  close(): Promise<void>;
}

/** Runs git with its own settings, ignoring the developer's. Returns its output. */
export async function git(dir: string, ...args: string[]): Promise<string> {
  const output = await new Deno.Command("git", {
    args,
    cwd: dir,
    env: {
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "Test",
      GIT_AUTHOR_EMAIL: "test@example.com",
      GIT_COMMITTER_NAME: "Test",
      GIT_COMMITTER_EMAIL: "test@example.com",
      // Equal files result in equal commits.
      GIT_AUTHOR_DATE: "2024-01-01T00:00:00Z",
      GIT_COMMITTER_DATE: "2024-01-01T00:00:00Z",
    },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  if (!output.success) throw new Error(`git ${args.join(" ")}: ${text(output.stderr)}`);
  return text(output.stdout).trim();
}

/** Creates a repository with these files, or adds a commit to it. Returns the commit's hash. */
export async function commitFiles(dir: string, files: Record<string, string>, message = "files"): Promise<string> {
  Deno.mkdirSync(dir, { recursive: true });
  if (!exists(`${dir}/.git`)) await git(dir, "init", "--quiet", "--initial-branch=main");
  for (const [path, content] of Object.entries(files)) {
    const slash = path.lastIndexOf("/");
    if (slash > 0) Deno.mkdirSync(`${dir}/${path.slice(0, slash)}`, { recursive: true });
    Deno.writeTextFileSync(`${dir}/${path}`, content);
  }
  await git(dir, "add", "--all");
  await git(dir, "commit", "--quiet", "--message", message);
  return await git(dir, "rev-parse", "HEAD");
}

/** Makes a folder's files the whole contents of a branch; each line of a file `submodules` in it is `PATH URL`. */
export async function commitFolder(dir: string, branch: string, files: string): Promise<void> {
  Deno.mkdirSync(dir, { recursive: true });
  if (!exists(`${dir}/.git`)) await git(dir, "init", "--quiet", "--initial-branch=main");
  await git(dir, "checkout", "--quiet", "--orphan", branch).catch(() => {});
  await git(dir, "rm", "-r", "--quiet", "--force", "--ignore-unmatch", ".");
  await new Deno.Command("cp", { args: ["-R", `${files}/.`, dir] }).output();
  if (exists(`${dir}/submodules`)) {
    for (const line of Deno.readTextFileSync(`${dir}/submodules`).trim().split("\n")) {
      const [path, url] = line.split(" ");
      await git(dir, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", url!, path!);
    }
    Deno.removeSync(`${dir}/submodules`);
  }
  await git(dir, "add", "--all");
  await git(dir, "commit", "--quiet", "--allow-empty", "--message", branch);
}

function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Options for serving repositories by http. */
export interface HttpServing {
  /** The required `user:password`. */
  login?: string;
  /** A folder of additional files to serve; paths below `/moved/` are redirects. */
  pages?: string;
}

/** Serves the repositories below `dir` by `git http-backend`. */
export function serveHttp(dir: string, { login, pages }: HttpServing = {}): GitServer {
  const asked = new Map<string, number>();
  const server = Deno.serve({ hostname: LOOPBACK, port: 0, onListen: () => {} }, async (request) => {
    const url = new URL(request.url);
    if (login !== undefined && request.headers.get("authorization") !== `Basic ${btoa(login)}`) {
      return new Response("who are you?", { status: 401, headers: { "www-authenticate": 'Basic realm="test"' } });
    }
    if (!/\/(?:info\/refs|git-upload-pack)$/.test(url.pathname)) return pageAt(pages, url.pathname);
    if (url.pathname.endsWith("/info/refs")) count(asked, url.pathname.slice(1, -"/info/refs".length));
    return await answerByBackend(dir, request, url);
  });
  return { url: `http://${LOOPBACK}:${server.addr.port}/`, asked, close: () => server.shutdown() };
}

function pageAt(pages: string | undefined, path: string): Response {
  if (path.startsWith("/moved/")) {
    return new Response(null, { status: 302, headers: { location: path.slice("/moved".length) } });
  }
  try {
    const type = path.endsWith(".html") ? "text/html" : "text/plain";
    return new Response(Deno.readFileSync(`${pages}${path}`), { headers: { "content-type": type } });
  } catch {
    return new Response("nothing here", { status: 404 });
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Calls git's CGI program (RFC 3875). */
async function answerByBackend(dir: string, request: Request, url: URL): Promise<Response> {
  const child = new Deno.Command("git", {
    args: ["http-backend"],
    env: {
      GIT_PROJECT_ROOT: dir,
      GIT_HTTP_EXPORT_ALL: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "safe.directory",
      GIT_CONFIG_VALUE_0: "*",
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers.get("content-type") ?? "",
      HTTP_CONTENT_ENCODING: request.headers.get("content-encoding") ?? "",
      GIT_PROTOCOL: request.headers.get("git-protocol") ?? "",
    },
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const body = new Uint8Array(await request.arrayBuffer());
  const writer = child.stdin.getWriter();
  await writer.write(body).then(() => writer.close(), () => {});
  return responseOf((await child.output()).stdout);
}

function responseOf(output: Uint8Array<ArrayBuffer>): Response {
  const text = new TextDecoder("latin1").decode(output);
  const end = text.indexOf("\r\n\r\n");
  const headers = new Headers();
  for (const line of text.slice(0, end).split("\r\n")) {
    const colon = line.indexOf(":");
    headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const status = Number(headers.get("status")?.split(" ")[0] ?? 200);
  headers.delete("status");
  return new Response(output.subarray(end + 4), { status, headers });
}

/** Serves the repositories below `dir` by `git daemon`. */
export async function serveDaemon(dir: string): Promise<GitServer> {
  const port = freePort();
  const child = new Deno.Command("git", {
    args: [
      "daemon",
      `--listen=${LOOPBACK}`,
      `--port=${port}`,
      `--base-path=${dir}`,
      "--export-all",
      "--verbose",
      "--reuseaddr",
      "--log-destination=stderr",
    ],
    env: { GIT_CONFIG_GLOBAL: "/dev/null" },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const asked = new Map<string, number>();
  const ready = Promise.withResolvers<void>();
  const read = readLog(child.stderr, (line) => {
    if (line.includes("Ready to rumble")) ready.resolve();
    const path = /Request upload-pack for '\/(.*)'/.exec(line)?.[1];
    if (path !== undefined) count(asked, path);
  });
  await Promise.race([ready.promise, read]);
  const close = async () => {
    child.kill();
    await Promise.all([child.status, read]);
  };
  return { url: `git://${LOOPBACK}:${port}/`, asked, close };
}

function freePort(): number {
  const listener = Deno.listen({ hostname: LOOPBACK, port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}

async function readLog(stream: ReadableStream<Uint8Array>, onLine: (line: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop()!;
    lines.forEach(onLine);
  }
}

if (import.meta.main) {
  const { _: [dir = ".", seconds = "60"] }: { _: string[] } = parseArgs(Deno.args, { string: ["_"] });
  const server = serveHttp(Deno.realPathSync(dir));
  console.log(`${server.url} for ${seconds} s`);
  setTimeout(() => server.close(), Number(seconds) * 1000);
}
