/** Files fetched over http. */

import { type Diagnostic, fail } from "../../diagnostics/diagnostic.ts";
import type { Capabilities, HttpResponse } from "../capabilities.ts";
import { parseRepoSpec } from "./git_url.ts";
import { parseRepoQuery } from "./git_url_query.ts";
import { shownUrl } from "./git_safety.ts";
import { encodeUtf8 } from "../../text/bytes/utf8.ts";
import { httpReason } from "./http_reason.ts";
import { insteadOfPage } from "./pasted_url.ts";

/** Fetches a whole file; `RemoteSources.fetch` documents the error codes. */
export async function fetchFile(
  host: Capabilities,
  url: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (isSurelyRepository(url)) {
    fail("is-repository", `${shownUrl(url)} is a git repository, not a file`, hintFor(url));
  }
  const response = await get(host, url, maxBytes, signal);
  if (response.tooLong) {
    fail("too-large", `${shownUrl(url)} could not be fetched: it is longer than ${maxBytes} bytes`, {
      hint: "allow more with --max-download, such as 256Mi",
    });
  }
  if (response.status >= 200 && response.status <= 299) return response.body;
  const code = parseRepoSpec(url) === undefined ? "http-failed" : "is-repository";
  fail(code, `${shownUrl(url)} could not be fetched: the server answered ${statusName(response.status)}`, hintFor(url));
}

async function get(host: Capabilities, url: string, maxBytes: number, signal: AbortSignal): Promise<HttpResponse> {
  const { timeoutMs } = parseRepoQuery(url.slice(url.indexOf("?") + 1));
  const { address, headers } = withoutUser(url);
  try {
    return await host.httpGet(address, { timeoutMs, maxBytes, headers, signal });
  } catch (error) {
    signal.throwIfAborted();
    // Deno's error; the command line reports all missing permissions.
    if (error instanceof Error && error.name === "NotCapable") throw error;
    if (error instanceof Error && error.name === "TimeoutError") {
      fail("http-failed", `${shownUrl(url)} could not be fetched within ${timeoutMs / 1000} s`, {
        hint: "allow more time with timeout=… in the URL's query, such as ?timeout=2m",
      });
    }
    return fail("http-failed", `${shownUrl(url)} could not be fetched: ${httpReason(error)}`);
  }
}

/** `fetch` rejects a user in the URL, which Go's client turns into an Authorization header. */
function withoutUser(url: string): { address: string; headers: Record<string, string> } {
  const parsed = URL.canParse(url) ? new URL(url) : fail("invalid-url", `${shownUrl(url)} is not a valid URL`);
  if (parsed.username === "" && parsed.password === "") return { address: url, headers: {} };
  const user = `${percentDecoded(parsed.username)}:${percentDecoded(parsed.password)}`;
  parsed.username = parsed.password = "";
  const bytes = Array.from(encodeUtf8(user), (byte) => String.fromCharCode(byte)).join("");
  return { address: parsed.href, headers: { authorization: `Basic ${btoa(bytes)}` } };
}

/** Keeps percent signs that are not escapes, where `decodeURIComponent` throws. */
function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/**
 * Whether fetching a file is pointless: GitHub serves a page at every URL except those of raw files and downloads.
 * kustomize always tries, which takes as long as a small clone.
 */
function isSurelyRepository(url: string): boolean {
  const spec = parseRepoSpec(url);
  if (spec === undefined || spec.host !== "https://github.com/") return false;
  return !/^https?:\/\/[^/]+\/[^/]+\/[^/]+\/(?:raw|releases|files|archive|suites)\//i.test(url) &&
    !/[?&]raw=/.test(url);
}

function hintFor(url: string): Partial<Diagnostic> {
  const instead = insteadOfPage(url);
  return { hint: instead && `this is the address of a web page; use ${instead}` };
}

const STATUS_NAMES: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  407: "Proxy Authentication Required",
  408: "Request Timeout",
  410: "Gone",
  418: "I'm a teapot",
  429: "Too Many Requests",
  451: "Unavailable For Legal Reasons",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

function statusName(status: number): string {
  const name = STATUS_NAMES[status];
  return name === undefined ? `status ${status}` : `${status} ${name}`;
}
