/** Replaces names, tags and digests of container images. */

import type { Compat } from "../compat/compat.ts";
import { KustError, type Place } from "../diagnostics/diagnostic.ts";
import type { Growth } from "../diagnostics/source.ts";
import { image } from "../kustomization/change_fields.ts";
import { readOne } from "../kustomization/read_fields.ts";
import type { Image } from "../kustomization/types.ts";
import { failKind, type Location } from "../model/fields/field_error.ts";
import { type FieldSpec, FieldSpecs } from "../model/fields/spec.ts";
import type { Resource } from "../model/resource.ts";
import { overwriteScalar } from "../yaml/value/set_text.ts";
import { compileRegexp } from "../regexp/regexp.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { Node, Scalar } from "../yaml/tree/node.ts";
import { growByLongText } from "../yaml/value/growth.ts";
import { isTaggedNull } from "../yaml/scalar/resolve.ts";
import { type ImageName, joinImageName, splitImageName } from "./image_name.ts";
import type { MatchObserver } from "./match_observer.ts";
import { type FieldTransformerKind, readFieldSpecs, type Transform } from "./transform.ts";

export const imageTagTransformer: FieldTransformerKind = {
  configure(settings) {
    return images({ images: [readOne(settings, "imageTag", image)], fieldSpecs: readFieldSpecs(settings) });
  },
  fromFields: ({ images: entries }, { images: fieldSpecs }) => [
    {
      transform: images({ images: entries, fieldSpecs }),
      count: entries.length,
      parts: () => entries.map((image) => ({ transform: images({ images: [image], fieldSpecs }), node: image.node })),
    },
  ],
};

export interface ImageSettings {
  /** Applied one after another, as if each had its own transformer. */
  images: readonly Image[];
  fieldSpecs: readonly FieldSpec[];
}

/** Braces count as parts of tags because Bazel's rules_k8s writes them. */
const TAG = "(:[a-zA-Z0-9_.{}-]*)?";
const DIGEST = "(@[a-zA-Z0-9]+([.+_-][a-zA-Z0-9]+)*:[a-zA-Z0-9_.{}-]*)?";
const SHA256_DIGEST = "(@sha256:[a-zA-Z0-9_.{}-]*)?";

/**
 * Every `image` of every `containers` and `initContainers` at any depth is changed first, then the fields that the
 * field specs select. Fields found by both are changed twice: a `tagSuffix` is then added twice, as in kustomize. The
 * name of an image is an RE2 pattern. The transform throws `wrong-type`, and in some releases `invalid-pattern`.
 */
export function images({ images, fieldSpecs }: ImageSettings): Transform {
  const specs = new FieldSpecs(fieldSpecs);
  return ({ resources, growth }, { compat, matches: observer }) => {
    if (images.length === 0) return;
    const changes = images.map((image): ImageChange => {
      const matches = matcherOf(image, compat);
      return { image, matches: observer === undefined ? matches : observed(matches, image, observer) };
    });
    for (const resource of resources) {
      // The schema in a CustomResourceDefinition has fields with these names that are not images.
      if (resource.kind !== "CustomResourceDefinition") changeImages(resource, specs, changes, growth);
    }
  };
}

function observed(matches: ImageChange["matches"], image: Image, observer: MatchObserver): ImageChange["matches"] {
  return (text) => {
    const isMatch = matches(text);
    observer.comparedImage(image, text, isMatch);
    return isMatch;
  };
}

interface ImageChange {
  image: Image;
  matches(text: string): boolean;
}

function changeImages(
  resource: Resource,
  specs: FieldSpecs,
  changes: readonly ImageChange[],
  growth: Growth,
): void {
  const fields: Scalar[] = [];
  collectContainerImages(resource.node, { path: "image", resource }, fields);
  specs.visit(resource, undefined, (node, at) => collect(node, at, fields));
  if (fields.length === 0) return;
  resource.edit(() => {
    for (const change of changes) {
      for (const field of fields) applyTo(field, change, resource, growth);
    }
  });
}

/**
 * Names are nearly always plain. JavaScript's own engine matches such patterns the same way as Go's, also in linear
 * time, and is twenty times faster; every image is matched against every pattern.
 */
function matcherOf({ name, node }: Image, compat: Compat): (text: string) => boolean {
  const tail = `${TAG}${compat.has("any-digest") ? DIGEST : SHA256_DIGEST}$`;
  if (/^[\w/:@.-]*$/.test(name)) {
    const pattern = new RegExp(`^${name.replaceAll(".", "[^\\n]")}${tail}`, "u");
    const start = name.split(".", 1)[0]!;
    // Most images have another name, which is seen in a fraction of the time.
    return (text) => text.startsWith(start) && pattern.test(text);
  }
  // As in kustomize, reports an invalid pattern only when it is matched against an image.
  let matches: ((text: string) => boolean) | undefined;
  return (text) => (matches ??= compile(`^${name}${tail}`, atPlace(node).place, compat))(text);
}

function compile(pattern: string, place: Place | undefined, compat: Compat): (text: string) => boolean {
  try {
    return compileRegexp(pattern, place).matches;
  } catch (error) {
    if (error instanceof KustError && compat.has("bad-image-pattern-matches-nothing")) return () => false;
    throw error;
  }
}

function collectContainerImages(root: Node, at: Location, fields: Scalar[]): void {
  // Collections wait on a list, as nesting may be deep.
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === "sequence") {
      for (const item of node.items) if (item.kind !== "scalar") waiting.push(item);
    } else if (node.kind === "mapping") {
      for (const { key, value } of node.entries) {
        if (value.kind === "scalar") continue;
        waiting.push(value);
        if (key.kind === "scalar" && (key.value === "containers" || key.value === "initContainers")) {
          collectImages(value, at, fields);
        }
      }
    }
  }
}

function collectImages(containers: Node, at: Location, fields: Scalar[]): void {
  if (containers.kind !== "sequence") return;
  for (const container of containers.items) {
    if (container.kind === "scalar" && isTaggedNull(container)) continue;
    if (container.kind !== "mapping") failKind("mapping", container, { ...at, path: "an element of containers" });
    const image = container.get("image");
    if (image !== undefined) collect(image, at, fields);
  }
}

function collect(node: Node, at: Location, fields: Scalar[]): void {
  if (node.kind !== "scalar") failKind("scalar", node, at);
  fields.push(node);
}

function applyTo(field: Scalar, { image, matches }: ImageChange, resource: Resource, growth: Growth): void {
  if (!matches(field.value)) return;
  const name = joinImageName(changed(splitImageName(field.value), image));
  growByLongText(growth, name.length, "images", resource.node);
  overwriteScalar(field, name);
}

/** A new tag or digest replaces both old ones; a tag suffix drops the digest. */
function changed(
  { name, tag, digest }: ImageName,
  { newName, newTag, tagSuffix, digest: newDigest }: Image,
): ImageName {
  const named = newName === "" ? name : newName;
  if (newTag !== "" || newDigest !== "") return { name: named, tag: newTag, digest: newDigest };
  if (tagSuffix !== "") return { name: named, tag: tag + tagSuffix, digest: "" };
  return { name: named, tag, digest };
}
