/** A real Chromium with the playground in it, for tests. */

import puppeteer, { type Browser } from "puppeteer-core";
import { exists } from "../../exists.ts";
import { PLAYGROUND } from "../make_playground.ts";

const PROGRAMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser's program; undefined if this machine has none. */
export function findChromium(): string | undefined {
  return [Deno.env.get("CHROMIUM"), ...PROGRAMS].find((path) => path !== undefined && exists(path));
}

/** `--no-sandbox` since containers run tests as root; the rest keeps the browser from asking its maker's servers. */
const FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"],
];

export async function startChromium(program: string): Promise<Browser> {
  return await puppeteer.launch({ executablePath: program, args: FLAGS, pipe: true });
}

/** Serves the playground on the loopback address. */
export function servePlayground(folder = PLAYGROUND): { address: string; stop: () => Promise<void>; asked: string[] } {
  const asked: string[] = [];
  const types: Record<string, string> = {
    html: "text/html",
    js: "text/javascript",
    css: "text/css",
    svg: "image/svg+xml",
  };
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const path = new URL(request.url).pathname.replace(/\/$/, "/index.html");
    asked.push(path);
    const file = `${folder}/${path.replace(/^\/kust\//, "")}`;
    if (!path.startsWith("/kust/") || !exists(file)) return new Response("", { status: 404 });
    const type = types[path.split(".").at(-1)!] ?? "application/octet-stream";
    return new Response(Deno.readFileSync(file), { headers: { "content-type": type } });
  });
  return { address: `http://127.0.0.1:${server.addr.port}/kust/`, stop: () => server.shutdown(), asked };
}
