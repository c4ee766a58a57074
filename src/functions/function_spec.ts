/** How an object names its function: the annotation `config.kubernetes.io/function` and its older spellings. */

import type { Compat } from "../compat/compat.ts";
import { fail } from "../diagnostics/diagnostic.ts";
import { checkNoNull } from "../diagnostics/null_character.ts";
import { decodeObject, type ObjectReader } from "../kustomization/object_reader.ts";
import { STRICT } from "../kustomization/reader_mode.ts";
import { cleanPath, isAbsolute } from "../text/paths.ts";
import { describeId } from "../model/res_id.ts";
import type { Resource } from "../model/resource.ts";
import { atPlace, partOf } from "../yaml/tree/place.ts";
import type { Node } from "../yaml/tree/node.ts";
import { inlineSource } from "../yaml/read/inline_source.ts";
import { parseDocument } from "../yaml/read/parse.ts";

export interface FunctionSpec {
  /** Whether `fn run` continues after a failure, and fails at the end. A build fails at once. */
  deferFailure: boolean;
  container: ContainerSpec;
  exec: ExecSpec;
}

export interface ContainerSpec {
  image: string;
  network: boolean;
  mounts: StorageMount[];
  /** `NAME=value`, or `NAME` to pass its current value. */
  envs: string[];
  /** What describes it, for messages. */
  node?: Node;
}

export interface ExecSpec {
  path: string;
  args: string[];
  /** `NAME=value`. */
  envs: string[];
  /** As that of a container. */
  node?: Node;
}

export interface StorageMount {
  type: string;
  src: string;
  dst: string;
  writable: boolean;
  /** As that of a container; absent for a flag. */
  node?: Node;
}

/** In order of precedence. */
const FUNCTION_ANNOTATIONS = ["config.kubernetes.io/function", "config.k8s.io/function"];
const IMAGE_ANNOTATION = "config.kubernetes.io/container";

/** The function that `config` names, or undefined if it names none. */
export function functionSpecOf(config: Resource, compat: Compat): FunctionSpec | undefined {
  const annotations = config.annotations();
  for (const name of FUNCTION_ANNOTATIONS) {
    const text = annotations.get(name) ?? "";
    if (text === "") continue;
    const written = config.metadata?.get("annotations");
    const node = written?.kind === "mapping" ? written.get(name) : undefined;
    const source = inlineSource(node, text, `${name} of ${describeId(config.id)}`);
    return decodeSpec(parseDocument(source), name, compat);
  }
  const configFn = config.metadata?.get("configFn");
  if (configFn !== undefined) return decodeSpec(configFn, "metadata.configFn", compat);
  const image = annotations.get(IMAGE_ANNOTATION) ?? "";
  if (image === "") return undefined;
  return {
    deferFailure: false,
    container: { image, network: false, mounts: [], envs: [] },
    exec: { path: "", args: [], envs: [] },
  };
}

/** Rejects mounts outside of the root of the kustomization, as kustomize does. */
export function checkMounts(
  { container }: FunctionSpec,
  config: Resource,
  isUnderRoot: (path: string) => boolean,
): void {
  for (const { src, node } of container.mounts) {
    checkNoNull("a mount", src, atPlace(partOf(node, "src") ?? config.node));
    const wrong = isAbsolute(src)
      ? "relative to"
      : cleanPath(src).startsWith("..") || !isUnderRoot(src)
      ? "under"
      : undefined;
    if (wrong === undefined) continue;
    fail(
      "mount-not-permitted",
      `plugin ${describeId(config.id)} with mount path '${src}' is not permitted; ` +
        `mount paths must be ${wrong} the current kustomization directory`,
      atPlace(partOf(node, "src") ?? config.node),
    );
  }
}

/** Parses a mount from the command line: `type=bind,source=…,target=…[,rw=true]`; unknown parts are ignored. */
export function parseMount(text: string): StorageMount {
  const mount: StorageMount = { type: "", src: "", dst: "", writable: false };
  for (const option of text.split(",")) {
    const [, name, value = ""] = /^([^=]*)=([^]*)$/.exec(option) ?? [];
    switch (name) {
      case "type":
        mount.type = value;
        break;
      case "src":
      case "source":
        mount.src = value;
        break;
      case "dst":
      case "target":
        mount.dst = value;
        break;
      case "rw":
        mount.writable = value === "true";
    }
  }
  return mount;
}

function decodeSpec(node: Node | undefined, name: string, compat: Compat): FunctionSpec {
  const spec = node && decodeObject(node, name, { ...STRICT, compat }, (object) => {
    return {
      deferFailure: object.flag("deferFailure"),
      container: object.object("container", decodeContainer),
      exec: object.object("exec", decodeExec),
    };
  });
  return {
    deferFailure: spec?.deferFailure ?? false,
    container: spec?.container ?? { image: "", network: false, mounts: [], envs: [] },
    exec: spec?.exec ?? { path: "", args: [], envs: [] },
  };
}

function decodeContainer(object: ObjectReader): ContainerSpec {
  return {
    node: object.node,
    image: object.text("image"),
    network: object.flag("network"),
    mounts: object.list("mounts", (mount) => ({
      node: mount.node,
      type: mount.text("type"),
      src: mount.text("src"),
      dst: mount.text("dst"),
      writable: mount.flag("rw"),
    })),
    envs: valuesOf(object, "envs"),
  };
}

function decodeExec(object: ObjectReader): ExecSpec {
  const { node } = object;
  const path = object.text("path");
  if (!object.mode.compat.has("exec-function-arguments")) return { node, path, args: [], envs: [] };
  return { node, path, args: valuesOf(object, "args"), envs: valuesOf(object, "envs") };
}

function valuesOf(object: ObjectReader, field: string): string[] {
  return object.texts(field).map(({ value }) => value);
}
