import { assertEquals, assertRejects } from "@std/assert";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { encodeUtf8 } from "../../text/bytes/utf8.ts";
import type { HttpOptions, HttpResponse } from "../capabilities.ts";
import { fetchFile } from "./http_file.ts";

const URL = "https://host/a.yaml";

class HostWithServer extends MemoryHost {
  readonly #answer: () => Partial<HttpResponse>;
  asked: { url: string; options: Partial<HttpOptions> } | undefined;

  constructor(answer: () => Partial<HttpResponse> = () => ({})) {
    super();
    this.#answer = answer;
  }

  override httpGet(url: string, options: Partial<HttpOptions> = {}): Promise<HttpResponse> {
    this.asked = { url, options };
    return new Promise((resolve) => {
      resolve({ status: 200, contentType: "", body: encodeUtf8("text"), url, ...this.#answer() });
    });
  }
}

const SIGNAL = new AbortController().signal;

/** The code, the end of the message, and the hint with which a fetch fails; "fetched" if it does not. */
async function resultOf(answer: () => Partial<HttpResponse>, url = URL): Promise<string[]> {
  try {
    await fetchFile(new HostWithServer(answer), url, 100, SIGNAL);
    return ["fetched"];
  } catch (error) {
    if (!(error instanceof KustError)) throw error;
    const { code, message, hint } = error.diagnostic;
    return [code, message.replace(/.* could not be fetched:? |.* is /, ""), ...hint === undefined ? [] : [hint]];
  }
}

Deno.test("only an answer with a status from 200 to 299 is a file", async () => {
  const ofStatus = (status: number) => resultOf(() => ({ status }));
  assertEquals(await Promise.all([200, 204, 299].map(ofStatus)), Array(3).fill(["fetched"]));
  assertEquals(await Promise.all([199, 300, 404, 503].map(ofStatus)), [
    ["http-failed", "the server answered status 199"],
    ["http-failed", "the server answered status 300"],
    ["http-failed", "the server answered 404 Not Found"],
    ["http-failed", "the server answered 503 Service Unavailable"],
  ]);
  assertEquals(await resultOf(() => ({ tooLong: true })), [
    "too-large",
    "it is longer than 100 bytes",
    "allow more with --max-download, such as 256Mi",
  ]);
});

Deno.test("what cannot be a file of GitHub is not asked for", async () => {
  const host = "https://github.com/o/r";
  const asked = (url: string) => resultOf(() => ({ status: 404 }), url);
  for (const url of [host, `${host}//app?ref=v1`, `${host}/app`]) {
    assertEquals((await asked(url)).slice(0, 2), ["is-repository", "a git repository, not a file"], url);
  }
  for (const url of [`${host}/raw/main/a.yaml`, `${host}/releases/download/v1/a.yaml`, `${host}/app?raw=true`]) {
    assertEquals((await asked(url)).slice(0, 2), ["is-repository", "the server answered 404 Not Found"], url);
  }
  assertEquals(
    (await asked(`${host}/blob/main/a.yaml`)).at(-1),
    "this is the address of a web page; use https://raw.githubusercontent.com/o/r/main/a.yaml",
  );
});

Deno.test("reasons why a server does not answer", async () => {
  const failing = (name: string, cause?: unknown, message = "no route") => () => {
    throw Object.assign(new Error(message, { cause }), { name });
  };
  const url = `${URL}?timeout=3`;
  assertEquals((await resultOf(failing("TimeoutError"), url)).slice(1), [
    "within 3 s",
    "allow more time with timeout=… in the URL's query, such as ?timeout=2m",
  ]);
  assertEquals(await resultOf(failing("TypeError")), ["http-failed", "no route"]);
  assertEquals(await resultOf(failing("TypeError", new Error("refused"))), ["http-failed", "no route: refused"]);
  const ofBun = "no route. For more information, pass `verbose: true`";
  assertEquals(await resultOf(failing("TypeError", undefined, ofBun)), ["http-failed", "no route."]);
  const text = () => {
    throw "lost";
  };
  assertEquals(await resultOf(text), ["http-failed", "lost"]);
  await assertRejects(() => resultOf(failing("NotCapable")), Error, "no route");
  const stopped = AbortSignal.abort(new SyntaxError("enough"));
  await assertRejects(() => fetchFile(new HostWithServer(text), URL, 100, stopped), SyntaxError, "enough");
});

Deno.test("a request has the limits, and a user as a header", async () => {
  const host = new HostWithServer();
  const request = async (url: string) => {
    await fetchFile(host, url, 100, SIGNAL);
    const { url: address, options: { timeoutMs, maxBytes, headers } } = host.asked!;
    return [address, timeoutMs, maxBytes, headers?.authorization];
  };
  assertEquals(await request(URL), [URL, 27_000, 100, undefined]);
  assertEquals(await request(`${URL}?timeout=3`), [`${URL}?timeout=3`, 3000, 100, undefined]);
  assertEquals(await request("https://me:p%41@host/a.yaml"), [URL, 27_000, 100, `Basic ${btoa("me:pA")}`]);
  assertEquals(await request("https://me@host/a.yaml"), [URL, 27_000, 100, `Basic ${btoa("me:")}`]);
  assertEquals(await request("https://:p@host/a.yaml"), [URL, 27_000, 100, `Basic ${btoa(":p")}`]);
  assertEquals((await resultOf(() => ({}), "https://ho st/a.yaml")).slice(0, 1), ["invalid-url"]);
});
