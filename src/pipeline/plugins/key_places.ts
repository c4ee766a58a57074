/** Places of generated data, which only observers of a build need. */

import type { Place } from "../../diagnostics/diagnostic.ts";
import { atLine, type KeyFiles, type KeyOrigin, keyValues } from "../../generate/key_values.ts";
import type { GeneratorArgs } from "../../kustomization/types.ts";
import { decodeUtf8 } from "../../text/bytes/utf8.ts";
import type { KeyPlaces } from "../../trace/step.ts";
import { atPlace } from "../../yaml/tree/place.ts";

/** The place of each key: that of the literal, the line of the env file, or the file. */
export function keyPlaces(args: GeneratorArgs, files: KeyFiles): KeyPlaces {
  const places = new Map<string, Place>();
  keyValues(args, files, (key, origin) => {
    const { place } = isText(origin, files) ? atLine(origin, files) : atPlace(origin.text.node);
    if (place !== undefined) places.set(key, place);
  });
  return places;
}

function isText({ text, path }: KeyOrigin, files: KeyFiles): boolean {
  return path !== undefined && decodeUtf8(files.bytes(path, atPlace(text.node).place)) !== undefined;
}
