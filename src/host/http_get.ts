/** Fetches over http with the runtime's own `fetch`. */

import { MAX_HTTP_BODY } from "../load/capabilities.ts";
import { collect } from "./streams/collect.ts";
import type { HttpGet } from "./host.ts";
import { requirePermission } from "./process/permissions.ts";

/** Follows redirects. Throws the runtime's `TypeError` if nothing answers, `TimeoutError` if it takes too long. */
export const httpGet: HttpGet = async (url, { timeoutMs, maxBytes = MAX_HTTP_BODY, headers, signal }) => {
  requirePermission({ name: "net", host: new URL(url).host }, "--allow-net");
  const timeout = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, {
    signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
    headers: headers ?? {},
  });
  const { bytes, tooLong } = await collect(response.body ?? [], maxBytes);
  return {
    status: response.status,
    contentType: response.headers.get("content-type") ?? "",
    body: bytes,
    tooLong,
    url: response.url,
  };
};
