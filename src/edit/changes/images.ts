/** Edits of `images`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { splitImageName } from "../../transform/image_name.ts";
import type { EditedFile } from "../edited_file.ts";
import type { Image } from "../fields.ts";
import { sortedByName, withoutNames } from "./names.ts";

/** An asterisk for a name, tag or digest keeps the one in the file. */
const KEEP = "*";

/** Parses an argument such as `name=newname:tag@digest`. Throws `KustError` if it changes nothing. */
export function parseImage(argument: string): Image {
  const equals = argument.indexOf("=");
  const { name, tag, digest } = splitImageName(argument.slice(equals + 1));
  if (name === argument) failFormat(argument);
  const image: Image = { newTag: tag, digest };
  const key = argument.slice(0, Math.max(equals, 0));
  return key === "" ? { name, ...image } : { name: key, newName: name, ...image };
}

function failFormat(argument: string): never {
  const forms = ["=<newimage>:<newtag>", "=<newimage>@<digest>", "=<newimage>:<newtag>@<digest>", "=<newimage>"];
  forms.push(":<newtag>", ":<newtag>@<digest>", "@<digest>");
  fail("invalid-argument", `invalid format of image: '${argument}'`, {
    hint: `use one of ${forms.map((form) => `<image>${form}`).join(", ")}`,
  });
}

/** Sets images by name and keeps all others. Sorts the list by name, as kustomize does. */
export function setImages(file: EditedFile, images: Image[]): void {
  const byName = new Map(images.map((image) => [image.name ?? "", image]));
  for (const present of file.fields.images ?? []) {
    const name = present.name ?? "";
    const image = byName.get(name);
    // The first of equal names in the file counts.
    byName.set(name, image === undefined ? present : filledIn(image, present));
  }
  file.fields.images = sortedByName([...byName.values()].map((image) => filledIn(image, {})));
}

/** The image with its asterisks replaced; kustomize drops a `tagSuffix` here. */
function filledIn(image: Image, present: Image): Image {
  if (image.newName !== KEEP && image.newTag !== KEEP && image.digest !== KEEP) return image;
  return {
    name: image.name,
    newName: image.newName === KEEP ? present.newName : image.newName,
    newTag: image.newTag === KEEP ? present.newTag : image.newTag,
    digest: image.digest === KEEP ? present.digest : image.digest,
  };
}

/** Removes the images with these names. Throws `KustError` for a missing name. */
export function removeImages(file: EditedFile, names: string[]): void {
  file.fields.images = withoutNames(file, "images", file.fields.images ?? [], names);
}
