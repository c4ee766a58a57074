/** Entries of `images` that match no image. */

import { didYouMean } from "../../../diagnostics/did_you_mean.ts";
import { nearest } from "../../../diagnostics/nearest.ts";
import type { Image } from "../../../kustomization/types.ts";
import { splitImageName } from "../../../transform/image_name.ts";
import { partOf, placeOf } from "../../../yaml/tree/place.ts";
import type { ImageUse } from "../../gather/facts.ts";
import type { Rule } from "../../gather/rule.ts";

const MAX_NAMES = 8;
const NO_USE: ImageUse = { matches: 0, seen: new Set() };

export const images: Rule = ({ entered, images, gathered }, report) => {
  if (gathered === undefined) return;
  for (const { kustomization } of entered) {
    for (const image of kustomization.images) {
      const use = images.get(image) ?? NO_USE;
      const node = partOf(image.node, "name");
      report.judge(use.matches > 0, { code: "unused-image", place: node && placeOf(node) }, () => ({
        message: `no image is named '${image.name}'`,
        hint: hintFor(image, use),
      }));
    }
  }
};

function hintFor({ name }: Image, { seen }: ImageUse): string {
  const names = [...new Set([...seen].map((text) => splitImageName(text).name))];
  const lastPart = (text: string) => text.slice(text.lastIndexOf("/") + 1);
  // A registry is often left out, or added.
  const alike = names.find((other) => lastPart(other) === lastPart(name)) ?? nearest(name, names);
  if (alike !== undefined && alike !== name) return didYouMean(alike);
  if (names.length === 0) return "the build has no images";
  return `image names: ${names.slice(0, MAX_NAMES).join(", ")}${names.length > MAX_NAMES ? ", …" : ""}`;
}
