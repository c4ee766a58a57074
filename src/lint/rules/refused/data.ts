/** Data of ConfigMaps and Secrets that Kubernetes rejects. */

import { describeId } from "../../../model/res_id.ts";
import type { Resource } from "../../../model/resource.ts";
import { tagOf } from "../../../yaml/scalar/resolve.ts";
import { type Node, scalarText } from "../../../yaml/tree/node.ts";
import { describeNode } from "../../../yaml/value/describe_node.ts";
import type { Report } from "../../gather/collector.ts";
import { isPlaceholder, isText } from "../../gather/kube_names.ts";
import { atField } from "../../gather/place.ts";
import { pointerOf } from "../../gather/scalars.ts";
import type { Rule } from "../../gather/rule.ts";

export const dataValues: Rule = ({ gathered }, report) => {
  for (const resource of gathered?.set.resources ?? []) {
    if (resource.gvk.group !== "" || (resource.kind !== "ConfigMap" && resource.kind !== "Secret")) continue;
    for (const field of ["data", "stringData", "binaryData"]) {
      const map = resource.node.get(field);
      const isEncoded = field === "binaryData" || (field === "data" && resource.kind === "Secret");
      for (const { key, value } of map?.kind === "mapping" ? map.entries : []) {
        const name = scalarText(key);
        checkValue(resource, [field, name], value, isEncoded, report);
      }
    }
  }
};

/** Values may be secret: messages do not contain them. */
function checkValue(
  resource: Resource,
  path: readonly [string, string],
  value: Node,
  isEncoded: boolean,
  report: Report,
): void {
  const at = atField(resource, { node: value, pointer: pointerOf(path) });
  const field = `${path[0]}.${path[1]}`;
  if (tagOf(value) === "!!null") return;
  if (!isText(value)) {
    report.output({
      code: "refused-data",
      ...at,
      hidesLine: true,
      message: `${field} of ${describeId(resource.id)} must be a string, found ${
        describeNode(value).replace(/^the (\w+) .*$/s, "a $1")
      }`,
      hint: "put it in quotes",
    });
  } else if (isEncoded && value.kind === "scalar" && !isPlaceholder(value.value) && !isBase64(value.value)) {
    report.output({
      code: "refused-data",
      ...at,
      hidesLine: true,
      message: `${field} of ${describeId(resource.id)} is not base64`,
      hint: `put plain text in ${path[0] === "data" ? "'stringData'" : "'data'"}`,
    });
  }
}

function isBase64(text: string): boolean {
  const packed = text.replaceAll(/[\r\n]/g, "");
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed);
}
