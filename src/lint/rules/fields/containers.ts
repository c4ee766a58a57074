/** Containers that a patch added because its name matches no existing one. */

import { placeOf } from "../../../yaml/tree/place.ts";
import type { PatchUse } from "../../gather/facts.ts";
import type { NewField } from "../../gather/compare.ts";
import { itemsAt, podSpecOf } from "../../gather/pods.ts";
import type { Rule } from "../../gather/rule.ts";

export const containersWithoutImage: Rule = ({ patches, gathered }, report) => {
  if (gathered === undefined) return;
  for (const { step, uses } of patches) {
    for (const use of uses) {
      for (const field of use.made) {
        const [list = "", name = ""] = field.path.slice(-2);
        const others = namesIfWithoutImage(use, list, field);
        if (others === undefined) continue;
        report.output({
          code: "container-without-image",
          message: `the patch adds a container '${name}' without an image to ${use.subject}`,
          place: placeOf(field.value) ?? step.place,
          hint: others.length === 0
            ? "add 'image'"
            : `patches find containers by name; existing containers: ${others.join(", ")}`,
        });
      }
    }
  }
};

/** The names of the other containers; undefined if the new item is not a container, or finally has an image. */
function namesIfWithoutImage({ target }: PatchUse, list: string, { path }: NewField): string[] | undefined {
  if (list !== "containers" && list !== "initContainers") return undefined;
  const spec = podSpecOf(target);
  if (spec === undefined) return undefined;
  const containers = itemsAt(spec, list).flatMap(({ node }) => node.kind === "mapping" ? [node] : []);
  const named = containers.map((node) => {
    const name = node.get("name");
    return { name: name?.kind === "scalar" ? name.value : "", hasImage: node.get("image") !== undefined };
  });
  const own = named.find(({ name }) => name === path.at(-1));
  if (own === undefined || own.hasImage) return undefined;
  return named.filter((one) => one !== own).map(({ name }) => name);
}
