/** Why a request got no answer, in the same words on every runtime. */

/** The first that fits, by the codes and texts of Node and Bun, and by the texts of Deno. */
const REASONS: readonly [pattern: RegExp, reason: string][] = [
  [/ECONNREFUSED|connection refused/i, "the server refused the connection"],
  [/ENOTFOUND|EAI_AGAIN|dns error/i, "no host of that name was found"],
  [/EHOSTUNREACH|ENETUNREACH|unreachable/i, "the host cannot be reached"],
  [/ETIMEDOUT|CONNECT_TIMEOUT|timed out/i, "the server did not answer"],
  [/CERT_HAS_EXPIRED|certificate: Expired/, "the server's certificate has expired"],
  [/ALTNAME|NotValidForName|not valid for name/, "the server's certificate is for another host"],
  [/certificate|_CERT|CERT_/i, "the server's certificate is not trusted"],
  [/EPROTO|ERR_SSL|corrupt message|handshake/i, "the server does not speak TLS there"],
  [/port \d+ are blocked|bad port/, "the runtime allows no requests to this port"],
  [/redirect/i, "the server redirects too often"],
  [
    /ECONNRESET|UND_ERR_SOCKET|HPE_|reset by peer|SendRequest|reading a body/i,
    "the server broke off, or does not speak http",
  ],
];

/** @param error What `fetch` throws. */
export function httpReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const causes = causesOf(error);
  const said = causes.map(({ message }) => message.replace(/\bhttps?:\/\/[^\s)]*/g, "the URL"));
  const codes = causes.map((cause) => "code" in cause ? String(cause.code) : "");
  const known = REASONS.find(([pattern]) => [...codes, ...said].some((text) => pattern.test(text)));
  // Bun adds advice for programmers.
  return known?.[1] ?? said.map((text) => text.replace(/ For more information, pass .*$/, "")).join(": ");
}

/** The error and its causes, from the outermost. */
function causesOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}
