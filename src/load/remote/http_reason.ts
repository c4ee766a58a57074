/** Why a request got no answer, in the same words on every runtime. */

/** The first that fits, by the codes and texts of Node and Bun, and by the texts of Deno. */
const REASONS: readonly [pattern: RegExp, reason: string][] = [
  [/ECONNREFUSED|connection refused/i, "the server refused the connection"],
  [/ENOTFOUND|EAI_AGAIN|dns error/i, "no host of that name was found"],
  [/UNREACH|TIMED?OUT|unreachable|timed out/i, "the server cannot be reached"],
  [/cert/i, "the server's certificate is not valid or not trusted"],
  [/EPROTO|ERR_SSL|corrupt message|handshake/i, "the server does not speak TLS there"],
  [/redirect/i, "the server redirects too often"],
  [/ECONNRESET|_SOCKET|HPE_|reset by|SendRequest|reading a body/i, "the server broke off, or does not speak http"],
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
