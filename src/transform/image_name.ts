/** The parts of a container image's name: `[[host[:port]/]component/]component[:tag][@digest]`. */

export interface ImageName {
  /** Everything before the tag and digest. */
  name: string;
  /** Without its colon; "" if there is none. */
  tag: string;
  /** Without its `@`; "" if there is none. */
  digest: string;
}

/** A colon or `@` before the first slash belongs to the host. */
const PARTS = /^((?:[^/]*\/)?[^:@]*)(?::([^@]*))?(?:@(.*))?$/s;

/** Splits an image name. */
export function splitImageName(text: string): ImageName {
  const [, name = "", tag = "", digest = ""] = PARTS.exec(text) ?? [];
  return { name, tag, digest };
}

/** Joins the parts, leaving out empty ones. */
export function joinImageName({ name, tag, digest }: ImageName): string {
  return name + (tag === "" ? "" : `:${tag}`) + (digest === "" ? "" : `@${digest}`);
}
