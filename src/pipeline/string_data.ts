/** The `stringData` of a Secret. */

import { fail } from "../diagnostics/diagnostic.ts";
import { encodeBase64Lines } from "../text/bytes/base64.ts";
import { encodeUtf8 } from "../text/bytes/utf8.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { Mapping, type Node, stringScalar } from "../yaml/tree/node.ts";
import { describeNode } from "../yaml/value/describe_node.ts";
import { followAlias } from "../yaml/value/plain.ts";
import { firstEntries } from "../yaml/value/unique_keys.ts";

/**
 * Like the API server, moves the values of `stringData` into `data`, where they override existing ones. Of repeated
 * keys the first counts.
 */
export function foldStringData(secret: Mapping): void {
  const kind = secret.get("kind");
  if (kind?.kind !== "scalar" || kind.value !== "Secret") return;
  const values = secret.get("stringData");
  if (values === undefined || isNull(values)) return;
  if (values.kind !== "mapping") failOnType(values, "'stringData' must be a mapping");
  const data = secret.get("data") ?? new Mapping();
  if (data.kind !== "mapping") failOnType(data, "'data' must be a mapping");
  for (const { key, value } of firstEntries(values).values()) {
    const node = followAlias(value);
    if (node.kind !== "scalar") failOnType(node, "a value of 'stringData' must be a string");
    const text = isNull(node) ? "" : node.value;
    if (key.kind === "scalar") data.set(key.value, stringScalar(encodeBase64Lines(encodeUtf8(text))));
  }
  secret.set("data", data);
}

function failOnType(node: Node, message: string): never {
  fail("wrong-type", `${message}, found ${describeNode(node)}`, atPlace(node));
}
