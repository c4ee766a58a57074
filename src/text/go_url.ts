/** What Go's net/url accepts as a URL or a reference to one. */

/** A character below 0x20, or U+007F. */
// deno-lint-ignore no-control-regex
const CONTROL = /[\0-\x1f\x7f]/;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;
const INVALID_ESCAPE = /%(?![\da-f]{2})/i;
const USER = /^[\w.~:!$&'()*+,;=%@-]*$/;
/** ASCII is not escaped in a host, apart from the percent sign itself. */
const HOST = /^(?:[\w.~!$&'()*+,;=:[\]<>"\u0080-\uffff-]|%[89a-f]|%25)*$/i;
const PORT = /^(?::\d*)?$/;
/** Only roughly: an IPv6 address, with a zone. */
const BRACKETED = /^(?=.*:)[\da-f:.]+(?:%25.+)?$/i;

export function isGoUrl(text: string): boolean {
  const [url, ...fragment] = text.split("#");
  if (CONTROL.test(url!) || INVALID_ESCAPE.test(fragment.join("#")) || url!.startsWith(":")) return false;
  const scheme = SCHEME.exec(url!)?.[0] ?? "";
  const [rest = ""] = url!.slice(scheme.length).split("?");
  if (!rest.startsWith("/")) return scheme !== "" || !/^[^/]*:/.test(rest) && !INVALID_ESCAPE.test(rest);
  if (INVALID_ESCAPE.test(rest)) return false;
  if (!rest.startsWith("//")) return true;
  const [authority = ""] = rest.slice(2).split("/");
  const at = authority.lastIndexOf("@");
  return USER.test(authority.slice(0, Math.max(at, 0))) && isHost(authority.slice(at + 1));
}

function isHost(host: string): boolean {
  if (!HOST.test(host)) return false;
  const open = host.lastIndexOf("[");
  if (open < 0) return PORT.test(host.slice(host.includes(":") ? host.lastIndexOf(":") : host.length));
  const close = host.lastIndexOf("]");
  return close > open && BRACKETED.test(host.slice(open + 1, close)) && PORT.test(host.slice(close + 1));
}
