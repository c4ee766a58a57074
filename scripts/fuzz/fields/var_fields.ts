/** Vars, with names used by the texts of words.ts and workloads.ts. */

import { groupVersionOf, kindOf, nameOf, type Scope } from "../scope.ts";
import { type Fields, textAt, type Value, withSome } from "../value.ts";

const VAR_NAMES = ["VAR", "NAME", "LOG", "SERVICE", "PORT"];
const FIELD_PATHS = [
  "metadata.namespace",
  "spec.replicas",
  "spec.template.spec.containers[0].image",
  "data.k",
  "kind",
  "spec.text",
];

export function vars(scope: Scope): Value {
  const { random } = scope;
  return scope.takeVarNames(VAR_NAMES).map((name) => {
    const resource = scope.resource();
    return withSome(random, { name, objref: objref(scope, resource) }, {
      fieldref: [
        0.4,
        () => ({
          fieldPath: random.risk(0.5) ? random.pick(FIELD_PATHS) : random.pick(["metadata.name", "kind", "apiVersion"]),
        }),
      ],
    });
  });
}

function objref(scope: Scope, resource: Fields): Fields {
  const { group, version } = groupVersionOf(resource);
  const namespace = textAt(resource, "metadata", "namespace");
  const apiVersion = group === "" ? version : `${group}/${version}`;
  return withSome(scope.random, { kind: kindOf(resource), name: nameOf(resource), apiVersion }, {
    ...(namespace === undefined ? {} : { namespace: [0.8, () => namespace] }),
  });
}
