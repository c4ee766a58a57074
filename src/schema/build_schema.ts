/**
 * The schema of one build: the built-in kinds and, if a kustomization names one, an openapi document.
 *
 * kustomize keeps one schema per process and sets it while it walks the kustomizations, so what it knows depends on the
 * order in which it reads the files. The same order applies here, within one build: `adopt` is called for each
 * kustomization when it is loaded, the root first, before anything that it references.
 */

import { type Compat, NEWEST } from "../compat/compat.ts";
import { fail } from "../diagnostics/diagnostic.ts";
import type { Gvk } from "../model/gvk.ts";
import { atPlace, partOf } from "../yaml/tree/place.ts";
import type { Node } from "../yaml/tree/node.ts";
import { KubernetesSchema } from "./kubernetes.ts";
import { KUSTOMIZATION_KINDS } from "./kustomization_kinds.ts";
import type { OpenApiDocument, ResolveDefinition } from "./openapi_document.ts";
import { kindKey, type Schema, type SchemaLayer, type SchemaNode } from "./schema.ts";
import { CLUSTER_SCOPED, NAMESPACED } from "./scope_data.ts";

/** The versions that `openapi: {version}` accepts. */
const OPENAPI_VERSIONS: readonly string[] = ["v1.21.2"];

/** Reads an openapi document when it is first used. Its code is not loaded for most builds, which have none. */
export type ReadDocument = (resolve: ResolveDefinition) => OpenApiDocument;

/** A kustomization's `openapi` field: its keys, the file that `path` names, and the field's node for messages. */
export interface OpenApiField {
  fields: ReadonlyMap<string, string>;
  document?: ReadDocument | undefined;
  node?: Node | undefined;
}

export function createSchema(compat: Compat = NEWEST): BuildSchema {
  return new BuildSchema(compat);
}

/** Kinds whose scopes older releases only know from an openapi document. */
const ADMISSION_POLICIES: ReadonlySet<string> = new Set([
  "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy",
  "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding",
]);

export class BuildSchema implements Schema {
  readonly #compat: Compat;
  /** Whether a kustomization has chosen a schema: the first one of the build decides. */
  #chosen = false;
  #read: ReadDocument | undefined;
  #document: OpenApiDocument | undefined;
  /** Where kinds are looked up; later layers take precedence. */
  readonly #layers: SchemaLayer[] = [KUSTOMIZATION_KINDS];
  #ready = false;
  #builtIn: "unused" | "wanted" | "used" = "unused";

  constructor(compat: Compat) {
    this.#compat = compat;
  }

  /**
   * Applies a kustomization's `openapi` field. Returns whether scopes of kinds may have changed. Throws
   * `invalid-openapi` for an unknown version.
   */
  adopt({ fields, document, node }: OpenApiField): boolean {
    if (this.#chosen) return false;
    const version = fields.get("version");
    if (document !== undefined) {
      if (version !== undefined) failOpenapi(node, "openapi takes a version or a path, not both");
      this.#read = document;
      this.#chosen = true;
      this.#ready = false;
    } else if (version) {
      if (!OPENAPI_VERSIONS.includes(version)) {
        failOpenapi(
          partOf(node, "version"),
          `openapi version '${version}' is not built in`,
          `the only built-in version is ${OPENAPI_VERSIONS}`,
        );
      }
      this.#chosen = true;
    }
    return document !== undefined;
  }

  kind(gvk: Gvk): SchemaNode | undefined {
    this.#prepare();
    return this.#find((layer) => layer.kind(gvk));
  }

  isClusterScoped(gvk: Gvk): boolean {
    return this.isNamespaced(gvk) === false;
  }

  isNamespaced(gvk: Gvk): boolean | undefined {
    const key = kindKey(gvk);
    if (NAMESPACED.has(key)) return true;
    if (CLUSTER_SCOPED.has(key)) return false;
    if (ADMISSION_POLICIES.has(key) && this.#compat.has("cluster-scoped-admission-policies")) return false;
    if (this.#read !== undefined) this.#prepare();
    // kustomize marks its built-in schema to be loaded later here, so it stays available next to a document adopted
    // afterwards.
    else if (this.#builtIn === "unused") this.#builtIn = "wanted";
    return this.#document?.isNamespaced(gvk);
  }

  #find(ask: (layer: SchemaLayer) => SchemaNode | undefined): SchemaNode | undefined {
    for (let index = this.#layers.length - 1; index >= 0; index--) {
      const node = ask(this.#layers[index]!);
      if (node !== undefined) return node;
    }
    return undefined;
  }

  /**
   * Adds the pending layers: the document replaces the built-in kinds, unless these were loaded or requested before.
   */
  #prepare(): void {
    if (this.#ready) return;
    this.#ready = true;
    if (this.#read !== undefined) {
      this.#document = this.#read((name) => this.#find((layer) => layer.definition(name)));
      this.#layers.push(this.#document);
    } else if (this.#builtIn === "unused") {
      this.#builtIn = "wanted";
    }
    if (this.#builtIn === "wanted") {
      this.#builtIn = "used";
      this.#layers.push(new KubernetesSchema(this.#read === undefined ? () => this.#document : undefined));
    }
  }
}

function failOpenapi(node: Node | undefined, message: string, hint?: string): never {
  fail("invalid-openapi", message, { ...atPlace(node), hint });
}
