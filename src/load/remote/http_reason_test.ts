import { assertEquals } from "@std/assert";
import { httpReason } from "./http_reason.ts";

/** As Deno and Node throw it. */
function nested(message: string, code?: string): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code }) });
}

/** As Bun throws it. */
function flat(code: string, message = "For more information, pass `verbose: true`"): Error {
  return Object.assign(new TypeError(message), { code });
}

Deno.test("httpReason() says the same on all runtimes", () => {
  const deno = (text: string) => nested(`error sending request for url (https://x/certificate): client error ${text}`);
  const cases: [reason: string, ...errors: Error[]][] = [
    [
      "the server refused the connection",
      deno("(Connect): tcp connect error: Connection refused (os error 111)"),
      flat("ECONNREFUSED"),
      nested("connect ECONNREFUSED 127.0.0.1:80", "ECONNREFUSED"),
    ],
    [
      "no host of that name was found",
      deno("(Connect): dns error: failed to lookup address information: Name or service not known"),
      flat("ENOTFOUND"),
      nested("getaddrinfo EAI_AGAIN x", "EAI_AGAIN"),
    ],
    [
      "the server cannot be reached",
      deno("(Connect): tcp connect error: No route to host: unreachable"),
      flat("ENETUNREACH"),
      deno("(Connect): Connection timed out (os error 110)"),
      flat("ETIMEDOUT"),
      nested("connect timeout", "UND_ERR_CONNECT_TIMEOUT"),
    ],
    [
      "the server's certificate is not valid or not trusted",
      deno("(Connect): invalid peer certificate: Expired"),
      flat("ERR_TLS_CERT_ALTNAME_INVALID"),
      flat("DEPTH_ZERO_SELF_SIGNED_CERT", "self signed certificate"),
      nested("unable to verify the first certificate", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"),
    ],
    [
      "the server does not speak TLS there",
      deno("(Connect): received corrupt message of type InvalidContentType"),
      flat("EPROTO"),
      nested("wrong version number", "ERR_SSL_WRONG_VERSION_NUMBER"),
    ],
    ["the server redirects too often", nested("redirect count exceeded"), flat("TooManyRedirects")],
    [
      "the server broke off, or does not speak http",
      deno("(SendRequest): invalid HTTP version parsed"),
      new TypeError("error reading a body from connection"),
      flat("ECONNRESET"),
      nested("other side closed", "UND_ERR_SOCKET"),
    ],
  ];
  for (const [reason, ...errors] of cases) {
    for (const error of errors) assertEquals(httpReason(error), reason, String(error.cause ?? error));
  }
});

Deno.test("httpReason() keeps words that it does not know, without URLs and advice", () => {
  assertEquals(httpReason(nested("no luck at https://u:secret@x/y today")), "fetch failed: no luck at the URL today");
  assertEquals(httpReason(flat("ELUCK", "no luck. For more information, pass `verbose: true`")), "no luck.");
});
