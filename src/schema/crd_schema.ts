/** Schemas of custom resources, from CustomResourceDefinitions among the resources of a build. */

import type { Gvk } from "../model/gvk.ts";
import type { Resource } from "../model/resource.ts";
import { addToList } from "../text/multimap.ts";
import { type Mapping, type Node, scalarText } from "../yaml/tree/node.ts";
import { kindKey, type SchemaNode } from "./schema.ts";

/** What the definitions say of a kind. Only looks into a definition if its kind is asked for. */
export function crdSchemas(resources: Iterable<Resource>): (gvk: Gvk) => SchemaNode | undefined {
  let byKind: Map<string, Resource[]> | undefined;
  const definitions = [...resources].filter(({ kind }) => kind === "CustomResourceDefinition");
  if (definitions.length === 0) return () => undefined;
  return (gvk) => {
    byKind ??= indexOf(definitions);
    for (const { node } of byKind.get(kindKey({ ...gvk, version: "" })) ?? []) {
      const schema = schemaOf(node, gvk.version);
      if (schema !== undefined) return new CrdNode(schema);
    }
    return undefined;
  };
}

function indexOf(definitions: readonly Resource[]): Map<string, Resource[]> {
  const byKind = new Map<string, Resource[]>();
  for (const resource of definitions) {
    const spec = mappingIn(resource.node, "spec");
    const kind = scalarText(mappingIn(spec, "names")?.get("kind"));
    addToList(byKind, kindKey({ group: scalarText(spec?.get("group")), version: "", kind }), resource);
  }
  return byKind;
}

/** The schema of a version, or the one of all versions in a definition of `v1beta1`. */
function schemaOf(definition: Mapping, version: string): Mapping | undefined {
  const spec = mappingIn(definition, "spec");
  const versions = spec?.get("versions");
  const found = versions?.kind === "sequence"
    ? versions.items.find((item) => item.kind === "mapping" && scalarText(item.get("name")) === version)
    : undefined;
  return mappingIn(mappingIn(found, "schema"), "openAPIV3Schema") ??
    mappingIn(mappingIn(spec, "validation"), "openAPIV3Schema");
}

class CrdNode implements SchemaNode {
  readonly #schema: Mapping;

  constructor(schema: Mapping) {
    this.#schema = schema;
  }

  field(name: string): SchemaNode | undefined {
    const field = mappingIn(mappingIn(this.#schema, "properties"), name) ??
      mappingIn(this.#schema, "additionalProperties");
    return field && new CrdNode(field);
  }

  elements(): SchemaNode | undefined {
    const items = mappingIn(this.#schema, "items");
    return items && new CrdNode(items);
  }

  get mergeKeys(): readonly string[] | undefined {
    switch (scalarText(this.#schema.get("x-kubernetes-list-type"))) {
      case "map": {
        const keys = this.#schema.get("x-kubernetes-list-map-keys");
        return keys?.kind === "sequence" ? keys.items.map(scalarText) : undefined;
      }
      case "set":
        return [];
    }
    return undefined;
  }
}

function mappingIn(node: Node | undefined, key: string): Mapping | undefined {
  const value = node?.kind === "mapping" ? node.get(key) : undefined;
  return value?.kind === "mapping" ? value : undefined;
}
