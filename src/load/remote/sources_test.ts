import { assertEquals, assertRejects } from "@std/assert";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { encodeUtf8 } from "../../text/bytes/utf8.ts";
import { type HttpOptions, type HttpResponse, MAX_HTTP_BODY } from "../capabilities.ts";
import { parseRepoSpec } from "./git_url.ts";
import { GitAndHttpSources, type RemoteOptions } from "./sources.ts";

const PINNED = `https://host/${"0a".repeat(20)}/a.yaml`;

/** A server that answers once it is told to. */
class HostWithServer extends MemoryHost {
  readonly asked: string[] = [];
  readonly limits: (number | undefined)[] = [];
  readonly #pending: (() => void)[] = [];

  override httpGet(url: string, { maxBytes }: Partial<HttpOptions> = {}): Promise<HttpResponse> {
    this.asked.push(url);
    this.limits.push(maxBytes);
    const response = { status: 200, contentType: "", body: encodeUtf8(url), url };
    return new Promise((resolve) => this.#pending.push(() => resolve(response)));
  }

  /** Answers all requests, also those that others have waited for. */
  async answerAll(): Promise<void> {
    while (this.#pending.length > 0) {
      this.#pending.shift()!();
      await settled();
    }
  }
}

/** Lets everything run that does not wait for the server. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Fetches URLs, one after the other. The code of the first error, or how many are fetched. */
async function fetchAll(host: HostWithServer, urls: string[], options: RemoteOptions): Promise<string | number> {
  const sources = new GitAndHttpSources(host, options);
  try {
    for (const url of urls) {
      const fetched = sources.fetch(url);
      await settled();
      await host.answerAll();
      assertEquals(await fetched, encodeUtf8(url));
    }
    return urls.length;
  } catch (error) {
    if (error instanceof KustError) return error.diagnostic.code;
    throw error;
  } finally {
    sources.close();
  }
}

Deno.test("eight files are fetched at once, each once, and progress is told", async () => {
  const host = new HostWithServer();
  const lines: string[] = [];
  const sources = new GitAndHttpSources(host, { progress: (line) => lines.push(line) });
  const urls = Array.from({ length: 10 }, (_, index) => `https://me:secret@host/${index}.yaml`);
  const all = Promise.all([...urls, urls[0]!].map((url) => sources.fetch(url)));
  await settled();
  assertEquals(host.asked.length, 8);
  assertEquals(lines.slice(0, 3), [
    "getting https://me:***@host/0.yaml",
    "getting https://me:***@host/0.yaml and 1 more",
    "getting https://me:***@host/0.yaml and 2 more",
  ]);
  await host.answerAll();
  await all;
  assertEquals([host.asked.length, lines.at(-2), lines.at(-1)], [10, "getting https://me:***@host/9.yaml", ""]);
  assertEquals(new Set(host.limits), new Set([MAX_HTTP_BODY]));
});

Deno.test("a file comes from the cache if its URL has a commit, or offline", async () => {
  const host = new HostWithServer();
  const urls = [PINNED, "https://host/a.yaml"];
  assertEquals(await fetchAll(host, urls, { cacheDir: "/cache", maxBody: 99 }), 2);
  assertEquals([host.asked, host.limits], [urls, [99, 99]]);
  assertEquals(await fetchAll(host, urls, { cacheDir: "/cache" }), 2);
  assertEquals(host.asked, [...urls, "https://host/a.yaml"]);
  assertEquals(await fetchAll(host, urls, { cacheDir: "/cache", offline: true }), 2);
  assertEquals(await fetchAll(host, ["https://host/b.yaml"], { cacheDir: "/cache", offline: true }), "offline");
  assertEquals(await fetchAll(host, urls, { offline: true }), "offline");
  assertEquals(host.asked.length, 3);
  assertEquals(await fetchAll(host, [PINNED], {}), 1);
});

Deno.test("nothing remote is got if that is refused, nor from hosts that are options", async () => {
  const host = new HostWithServer();
  assertEquals(await fetchAll(host, ["https://host/a.yaml"], { refuse: true }), "remote-refused");
  const clone = (options: RemoteOptions, url: string) =>
    assertRejects(() => new GitAndHttpSources(host, options).clone(parseRepoSpec(url)!), KustError);
  assertEquals((await clone({ refuse: true }, "https://host/o/r")).diagnostic.code, "remote-refused");
  assertEquals((await clone({}, "ssh://git@-x/o/r")).diagnostic.code, "unsafe-argument");
  assertEquals((await clone({ offline: true }, "https://host/o/r")).diagnostic.code, "offline");
  assertEquals(host.asked, []);
});

Deno.test("clones are gone after close()", async () => {
  const host = new HostWithServer();
  const sources = new GitAndHttpSources(host);
  await assertRejects(() => sources.clone(parseRepoSpec("https://host/o/r")!), KustError, "git is not on PATH");
  assertEquals(host.fs.readDir("/tmp").length, 1);
  sources.close();
  assertEquals(host.fs.readDir("/tmp"), []);
});
