/** A whole project as text for the fragment of a link: JSON, compressed, in base64 for URLs. */

import { decodeBase64, encodeBase64Lines } from "../../src/text/bytes/base64.ts";
import type { Content, Project } from "./project.ts";

/** A text of a link may say so little and still expand to more memory than there is. */
const MAX_BYTES = 32 << 20;

const FORMAT = "1.";

/** The form in JSON; a file that is not text is its bytes in base64. */
interface Packed {
  files: Record<string, string | { base64: string }>;
  folder?: string;
  release: string;
}

export async function packProject({ files, folder, release }: Project): Promise<string> {
  const packed: Packed = {
    files: Object.fromEntries([...files].map(([path, content]) => [path, packContent(content)])),
    ...folder !== undefined && { folder },
    release,
  };
  const bytes = await through(new TextEncoder().encode(JSON.stringify(packed)), new CompressionStream("deflate-raw"));
  return FORMAT + base64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function packContent(content: Content): string | { base64: string } {
  return typeof content === "string" ? content : { base64: base64(content) };
}

function base64(bytes: Uint8Array): string {
  return encodeBase64Lines(bytes).replaceAll("\n", "");
}

/**
 * Undefined if the text is none of `packProject`, such as a link that was cut.
 *
 * @param limit Bytes of the project.
 */
export async function unpackProject(text: string, limit = MAX_BYTES): Promise<Project | undefined> {
  const bytes = text.startsWith(FORMAT) ? bytesOf(text.slice(FORMAT.length)) : undefined;
  if (bytes === undefined) return undefined;
  try {
    const json = await through(bytes, new DecompressionStream("deflate-raw"), limit);
    return projectOf(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json)));
  } catch {
    return undefined;
  }
}

function bytesOf(text: string): Uint8Array | undefined {
  const digits = text.replaceAll("-", "+").replaceAll("_", "/");
  return decodeBase64(digits.padEnd(Math.ceil(digits.length / 4) * 4, "="));
}

function projectOf(value: unknown): Project | undefined {
  if (!isObject(value) || !isObject(value.files) || typeof value.release !== "string") return undefined;
  const files = new Map<string, Content>();
  for (const [path, packed] of Object.entries(value.files)) {
    const content = isObject(packed) && typeof packed.base64 === "string" ? decodeBase64(packed.base64) : packed;
    if (typeof content !== "string" && !(content instanceof Uint8Array)) return undefined;
    files.set(path, content);
  }
  return { files, folder: typeof value.folder === "string" ? value.folder : undefined, release: value.release };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** @param limit Throws beyond so many bytes. */
async function through(
  bytes: Uint8Array,
  stream: ReadableWritablePair<Bytes, BufferSource>,
  limit = Infinity,
): Promise<Uint8Array> {
  const parts: Bytes[] = [];
  let size = 0;
  const reader = new Blob([bytes.slice()]).stream().pipeThrough(stream).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > limit) throw new RangeError("too large");
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
