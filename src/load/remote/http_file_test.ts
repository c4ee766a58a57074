import { assertEquals, assertRejects } from "@std/assert";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { realHost } from "../../host/real_host.ts";
import { GitAndHttpSources, type RemoteOptions } from "./sources.ts";

type Answer = (request: Request) => Response | Promise<Response>;

/** Runs `body` against a server on the LOOPBACK address that answers by path. */
async function withServer(answers: Record<string, Answer>, body: (url: string, asked: string[]) => Promise<void>) {
  const asked: string[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, (request) => {
    const { pathname } = new URL(request.url);
    asked.push(pathname);
    return answers[pathname]?.(request) ?? new Response("nothing here", { status: 404 });
  });
  try {
    await body(`http://127.0.0.1:${server.addr.port}`, asked);
  } finally {
    await server.shutdown();
  }
}

function sources(options: RemoteOptions = {}): GitAndHttpSources {
  return new GitAndHttpSources(realHost, options);
}

async function text(run: GitAndHttpSources, url: string): Promise<string> {
  return new TextDecoder().decode(await run.fetch(url));
}

async function refused(url: string, options: RemoteOptions = {}): Promise<string[]> {
  const { diagnostic }: KustError = await assertRejects(() => sources(options).fetch(url), KustError);
  return [diagnostic.code, diagnostic.message, ...diagnostic.hint === undefined ? [] : [diagnostic.hint]];
}

Deno.test("a file is fetched once, through redirects", async () => {
  const answers: Record<string, Answer> = {
    "/pod.yaml": () => new Response("kind: Pod\n"),
    "/old.yaml": () => new Response(null, { status: 302, headers: { location: "/pod.yaml" } }),
  };
  await withServer(answers, async (url, asked) => {
    const run = sources();
    assertEquals(await text(run, `${url}/old.yaml`), "kind: Pod\n");
    assertEquals(await text(run, `${url}/old.yaml`), "kind: Pod\n");
    assertEquals(asked, ["/old.yaml", "/pod.yaml"]);
  });
});

Deno.test("endless redirects are abandoned", async () => {
  const again: Answer = () => new Response(null, { status: 302, headers: { location: "/a" } });
  await withServer({ "/a": again }, async (url) => {
    assertEquals(await refused(`${url}/a`), [
      "http-failed",
      `${url}/a could not be fetched: the server redirects too often`,
    ]);
  });
});

Deno.test("an error has the status, and whether the URL may be that of a repository", async () => {
  const answers: Record<string, Answer> = { "/pod.yaml": () => new Response("", { status: 503 }) };
  await withServer(answers, async (url) => {
    assertEquals(await refused(`${url}/nope.yaml`), [
      "http-failed",
      `${url}/nope.yaml could not be fetched: the server answered 404 Not Found`,
    ]);
    assertEquals(await refused(`${url}/pod.yaml`), [
      "http-failed",
      `${url}/pod.yaml could not be fetched: the server answered 503 Service Unavailable`,
    ]);
    assertEquals((await refused(`${url}/org/repo`))[0], "is-repository");
  });
});

Deno.test("a missing or slow server is reported", async () => {
  const slow: Answer = () => new Promise((resolve) => setTimeout(() => resolve(new Response("")), 400));
  await withServer({ "/slow.yaml": slow }, async (url) => {
    assertEquals(await refused(`${url}/slow.yaml?timeout=50ms`), [
      "http-failed",
      `${url}/slow.yaml?timeout=50ms could not be fetched within 0.05 s`,
      "allow more time with timeout=… in the URL's query, such as ?timeout=2m",
    ]);
  });
  let closed = "";
  await withServer({}, (url) => {
    closed = url;
    return Promise.resolve();
  });
  assertEquals(await refused(`${closed}/x.yaml`), [
    "http-failed",
    `${closed}/x.yaml could not be fetched: the server refused the connection`,
  ]);
  assertEquals(await refused("http://:x/"), ["invalid-url", "http://:x/ is not a valid URL"]);
});

Deno.test("a user and password in the URL become the Authorization header, and are not shown", async () => {
  const answers: Record<string, Answer> = {
    "/pod.yaml": (request) => new Response(request.headers.get("authorization")),
  };
  await withServer(answers, async (url) => {
    const withUser = url.replace("//", "//me:s%40cret@");
    assertEquals(await text(sources(), `${withUser}/pod.yaml`), `Basic ${btoa("me:s@cret")}`);
    assertEquals((await refused(`${withUser}/nope.yaml`))[1]!.includes("s%40cret"), false);
    for (const part of ["token:", ":secret"]) {
      assertEquals(await text(sources(), `${url.replace("//", `//${part}@`)}/pod.yaml`), `Basic ${btoa(part)}`);
    }
  });
});

Deno.test("a cached file is available offline, and a pinned one is not requested again", async () => {
  const cacheDir = Deno.makeTempDirSync({ prefix: "kust-test-" });
  const pinned = `/org/repo/${"0123456789".repeat(4)}/pod.yaml`;
  const answers: Record<string, Answer> = { "/pod.yaml": () => new Response("a"), [pinned]: () => new Response("b") };
  try {
    await withServer(answers, async (url, asked) => {
      for (let turn = 0; turn < 2; turn++) {
        assertEquals(await text(sources({ cacheDir }), `${url}/pod.yaml`), "a");
        assertEquals(await text(sources({ cacheDir }), url + pinned), "b");
      }
      assertEquals(await text(sources({ cacheDir, offline: true }), `${url}/pod.yaml`), "a");
      assertEquals(asked, ["/pod.yaml", pinned, "/pod.yaml"]);
      assertEquals((await refused(`${url}/other.yaml`, { cacheDir, offline: true }))[0], "offline");
      assertEquals((await refused(`${url}/pod.yaml`, { refuse: true }))[0], "remote-refused");
    });
  } finally {
    Deno.removeSync(cacheDir, { recursive: true });
  }
});

Deno.test("a cache that cannot be written is reported", async () => {
  await withServer({ "/pod.yaml": () => new Response("a") }, async (url) => {
    assertEquals((await refused(`${url}/pod.yaml`, { cacheDir: "/dev/null/cache" }))[0], "file-error");
  });
});

Deno.test("GitHub gets no request for a page that can only be a repository", async () => {
  assertEquals(await refused("https://github.com/org/repo//dir?ref=v1"), [
    "is-repository",
    "https://github.com/org/repo//dir?ref=v1 is a git repository, not a file",
  ]);
  assertEquals(await refused("https://github.com/org/repo/blob/main/dir/pod.yaml"), [
    "is-repository",
    "https://github.com/org/repo/blob/main/dir/pod.yaml is a git repository, not a file",
    "this is the address of a web page; use https://raw.githubusercontent.com/org/repo/main/dir/pod.yaml",
  ]);
});

Deno.test("a body is limited, also uncompressed, and percent signs in a password need not be escapes", async () => {
  const packed = async () => {
    const stream = new Blob([new Uint8Array(3 << 20)]).stream().pipeThrough(new CompressionStream("gzip"));
    return new Response(await new Response(stream).bytes(), { headers: { "content-encoding": "gzip" } });
  };
  const endless = () =>
    new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65536)) }));
  const echo: Answer = (request) => new Response(request.headers.get("authorization"));
  await withServer({ "/packed.yaml": packed, "/endless.yaml": endless, "/echo.yaml": echo }, async (url) => {
    assertEquals((await refused(`${url}/packed.yaml`, { maxBody: 1 << 20 }))[0], "too-large");
    assertEquals((await refused(`${url}/endless.yaml`, { maxBody: 1 << 20 }))[0], "too-large");
    assertEquals((await sources({ maxBody: 4 << 20 }).fetch(`${url}/packed.yaml`)).length, 3 << 20);
    assertEquals(await text(sources(), `${url.replace("//", "//us%zz:%41@")}/echo.yaml`), `Basic ${btoa("us%zz:A")}`);
  });
});
