/** The parts of a container image's name: `[[host[:port]/]component/]component[:tag][@digest]`. */

export interface ImageName {
  /** Everything before the tag and digest. */
  name: string;
  /** Without its colon; "" if there is none. */
  tag: string;
  /** Without its `@`; "" if there is none. */
  digest: string;
}

/** Splits an image name. A colon or `@` before the first slash belongs to the host. */
export function splitImageName(text: string): ImageName {
  const searched = Math.max(text.indexOf("/"), 0);
  const at = text.indexOf("@", searched);
  const colon = text.indexOf(":", searched);
  if (at >= 0 && (colon < 0 || at < colon)) return { name: text.slice(0, at), tag: "", digest: text.slice(at + 1) };
  if (colon < 0) return { name: text, tag: "", digest: "" };
  const name = text.slice(0, colon);
  if (at < 0) return { name, tag: text.slice(colon + 1), digest: "" };
  return { name, tag: text.slice(colon + 1, at), digest: text.slice(at + 1) };
}

/** Joins the parts, leaving out empty ones. */
export function joinImageName({ name, tag, digest }: ImageName): string {
  return name + (tag === "" ? "" : `:${tag}`) + (digest === "" ? "" : `@${digest}`);
}
