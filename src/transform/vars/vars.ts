/**
 * `vars`: names for the values of fields, used as `$(NAME)` in other fields.
 *
 * Entry points, in the order of a build:
 * - `VarSet.add` after the transformers of a kustomization: records the resource that each of its vars reads from,
 *   found by any current or previous name;
 * - `VarSet.merge` when the resources of a base are added to those above;
 * - `VarSet.resolve` once, for the outermost kustomization, after name references are final and before local resources
 *   are dropped. (A value can be a name that was only set in that step.)
 */

import { type Diagnostic, fail, KustError, type Note, noteOfError } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did_you_mean.ts";
import type { FieldSpec, Var } from "../../kustomization/types.ts";
import { FieldSpecs } from "../../model/fields/spec.ts";
import { type Gvk, gvkEquals, parseApiVersion } from "../../model/gvk.ts";
import { describeIdPattern } from "../../model/id_pattern.ts";
import { describeId, effectiveNamespace, type ResId } from "../../model/res_id.ts";
import type { ResourceIndex } from "../../model/resource_index.ts";
import type { ResourceSet } from "../../model/resource_set.ts";
import { type Resource, updateHistory } from "../../model/resource.ts";
import { hintOfBrackets, suggestPath } from "../../model/fields/suggest_path.ts";
import { atPlace, partOf } from "../../yaml/tree/place.ts";
import { growByText, growthOf } from "../../yaml/value/growth.ts";
import { meantResources, notesOf } from "../../model/suggestions.ts";
import { historyAnnotations } from "../../history/history_annotations.ts";
import { expandVars } from "./expansion.ts";
import { replaceVars } from "./reference.ts";
import { type ComplexValue, readVarValue, stepsOfVar, type VarValue } from "./value.ts";
import { compareTexts } from "../../text/compare.ts";

export class VarSet {
  readonly #vars = new Map<string, Var>();

  /** Adds the vars of one kustomization. Throws `ambiguous-source`, and `duplicate-var` for a repeated name. */
  add(vars: readonly Var[], set: ResourceSet): void {
    if (vars.length === 0) return;
    const { index } = set;
    for (const variable of vars) {
      const resource = findTarget(variable, index);
      if (resource === undefined) continue;
      updateHistory(resource, { varNames: [...resource.history.varNames, variable.name] });
    }
    for (const variable of vars) this.#add(variable);
  }

  /** Adds all vars of a base. Throws `duplicate-var`. */
  merge(other: VarSet): void {
    for (const variable of other.#vars.values()) this.#add(variable);
  }

  /**
   * Replaces `$(NAME)` in the fields that `references` select, in every resource of `set`, and warns about unused vars.
   * Throws `no-source` and `field-not-found` if a var has no value, whether it is used or not, and `too-large`.
   */
  resolve(set: ResourceSet, references: readonly FieldSpec[], warn: (warning: Diagnostic) => void): void {
    if (this.#vars.size === 0) return;
    const values = this.#values(set);
    const unused = new Set(values.keys());
    const specs = new FieldSpecs(references);
    const valueOf = (name: string) => {
      const value = values.get(name);
      if (value === undefined) return undefined;
      if ("complex" in value) {
        warn({ code: "complex-var", message: `MakePrimitiveReplacer: bad replacement ${value.complex}` });
        return undefined;
      }
      unused.delete(name);
      const node = this.#vars.get(name)?.node;
      growByText(growthOf(node), value.inText.length, "vars", node);
      return value;
    };
    for (const resource of set.resources) replaceVars(resource, specs, valueOf);
    // The history is among the annotations in kustomize, so vars in former names and kinds count as used.
    if (unused.size > 0) {
      for (const { history } of set.resources) {
        for (const text of historyAnnotations(history).values()) expandVars(text, valueOf);
      }
    }
    if (unused.size > 0) {
      const names = [...unused].join(",");
      const notes = [...unused].map((name) => ({ message: name, ...atPlace(this.#vars.get(name)?.node) }));
      warn({ code: "unused-var", message: `well-defined vars that were never replaced: ${names}`, notes });
    }
  }

  #add(variable: Var): void {
    const { name } = variable;
    const first = this.#vars.get(name);
    if (first !== undefined) {
      const notes: Note[] = [{ message: "it is defined here too", ...atPlace(partOf(first.node, "name")) }];
      fail("duplicate-var", `the var '${name}' is defined twice`, { ...atPlace(partOf(variable.node, "name")), notes });
    }
    this.#vars.set(name, variable);
  }

  /** The value of every var, sorted by name. */
  #values(set: ResourceSet): Map<string, VarValue | ComplexValue> {
    const sources = new Map<string, Resource>();
    for (const resource of set.resources) {
      for (const name of resource.history.varNames) if (!sources.has(name)) sources.set(name, resource);
    }
    const values = new Map<string, VarValue | ComplexValue>();
    for (const variable of [...this.#vars.values()].sort((a, b) => compareTexts(a.name, b.name))) {
      const { name } = variable;
      const source = sources.get(name) ?? failNoSource(variable, set);
      values.set(name, valueIn(source, variable));
    }
    return values;
  }
}

function valueIn(source: Resource, { name, fieldref, node }: Var): VarValue | ComplexValue {
  const fieldPath = fieldref.fieldPath || "metadata.name";
  const notes: Note[] = [{ message: "it reads from here", ...atPlace(source.node) }];
  const meant = suggestPath(source.node, stepsOfVar(fieldPath));
  try {
    const value = readVarValue(source, fieldPath);
    if (value !== undefined) return value;
  } catch (error) {
    if (!(error instanceof KustError)) throw error;
    notes.push(noteOfError(error));
  }
  fail(
    "field-not-found",
    `the var '${name}' has no value: nothing can be read at '${fieldPath}' of ${describeId(source.id)}`,
    {
      ...atPlace(partOf(partOf(node, "fieldref"), "fieldPath")),
      notes,
      hint: hintOfBrackets(stepsOfVar(fieldPath)) ?? didYouMean(meant),
    },
  );
}

/** The resource that a var reads from; undefined if there is none yet, since an overlay may add it. */
function findTarget(variable: Var, index: ResourceIndex): Resource | undefined {
  const gvk = gvkOf(variable);
  const { name, namespace } = variable.objref;
  // A namespace never matches a cluster-scoped resource: kustomize does not check the scope of the kind here.
  const fits = (id: ResId) =>
    gvkEquals(id.gvk, gvk) && id.name === name &&
    (namespace === "" || effectiveNamespace(id) === namespace);
  const found = index.candidates({ onlyName: name, onlyKind: undefined }).filter((resource) =>
    resource.allIds().some(fits)
  );
  if (found.length > 1) {
    fail("ambiguous-source", `the objref of var '${variable.name}' matches ${found.length} resources`, {
      ...atPlace(partOf(variable.node, "objref")),
      notes: notesOf(found),
      hint: "add the namespace to the objref",
    });
  }
  return found[0];
}

function gvkOf({ objref }: Var): Gvk {
  const { apiVersion, group, version, kind } = objref;
  const parts = apiVersion.split("/");
  if (apiVersion === "" || parts.length > 2) return { group, version, kind };
  // An apiVersion without a slash says nothing about the group, so a separate group counts.
  return parts.length === 2 ? { ...parseApiVersion(apiVersion), kind } : { group, version: apiVersion, kind };
}

function failNoSource(variable: Var, set: ResourceSet): never {
  const { objref, name } = variable;
  const wanted = { ...gvkOf(variable), name: objref.name, namespace: objref.namespace };
  const others = set.resources.filter(({ history }) => !history.varNames.includes(name));
  const isEmpty = [wanted.group, wanted.version, wanted.kind, wanted.name, wanted.namespace].join("") === "";
  const reason = isEmpty ? "its objref is empty" : `no resource has ${describeIdPattern(wanted)}`;
  fail("no-source", `the var '${name}' has no value: ${reason}`, {
    ...atPlace(partOf(variable.node, "objref")),
    ...meantResources(
      objref,
      others,
      "the objref needs the apiVersion, kind and name from the resource's file",
    ),
  });
}
