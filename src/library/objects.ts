/** Resources as plain objects, and back. */

import { fail } from "../diagnostics/diagnostic.ts";
import { checkObject } from "../model/read/read_resources.ts";
import { Resource } from "../model/resource.ts";
import { fromPlain, type Plain, toPlain } from "../yaml/value/plain.ts";

/**
 * The fields of a resource as a new plain object, with the types that its YAML has: what `JSON.parse` returns for the
 * same object, but integers beyond 2^53 are bigints, so that no digit is lost.
 *
 * @example
 * ```ts
 * import { build, MemoryFileSystem, toObject } from "@kust/kust";
 *
 * const files = new MemoryFileSystem({
 *   "/app/kustomization.yaml": "configMapGenerator: [{name: settings, literals: [PORT=80]}]\n",
 * });
 * const { resources } = await build(files, "/app");
 * const [settings] = resources.map(toObject);
 * console.assert(JSON.stringify(settings?.data) === '{"PORT":"80"}');
 * ```
 *
 * @throws {KustError} For keys that are not strings (`invalid-key`), and texts that do not fit their tag
 * (`invalid-tag`).
 */
export function toObject(resource: Resource): Record<string, unknown> {
  return toValue(toPlain(resource.node)) as Record<string, unknown>;
}

/** Maps become objects. Nesting may be deep, so collections wait on a list. */
export function toValue(root: Plain): unknown {
  const waiting: [Map<string, Plain> | Plain[], Record<string, unknown> | unknown[]][] = [];
  const begin = (plain: Plain): unknown => {
    if (typeof plain !== "object" || plain === null) return plain;
    const made = Array.isArray(plain) ? [] : {};
    waiting.push([plain, made]);
    return made;
  };
  const value = begin(root);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [plain, made] = next;
    const entries: Iterable<[string | number, Plain]> = plain.entries();
    // Not an assignment, so that the key `__proto__` is an ordinary one.
    for (const [key, child] of entries) {
      Object.defineProperty(made, key, { value: begin(child), writable: true, enumerable: true, configurable: true });
    }
  }
  return value;
}

/**
 * A resource with the fields of a plain object: strings, numbers, bigints, booleans, null, arrays, objects and Maps.
 * Fields that are undefined are omitted. The resource does not share anything with the object.
 *
 * @example
 * ```ts
 * import { fromObject, printResources } from "@kust/kust";
 *
 * const map = fromObject({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { PORT: "80" } });
 * console.assert(printResources([map]).includes('PORT: "80"'));
 * ```
 *
 * @throws {KustError} For an object without kind (`missing-kind`) or name (`missing-name`), and for values that YAML
 * does not have, such as functions, dates, NaN and cycles (`unsupported-yaml`).
 */
export function fromObject(object: object): Resource {
  checkValue(object, "the object");
  return new Resource(checkObject(fromPlain(object)));
}

const MAX_DEPTH = 1_000;

/**
 * Fails (`unsupported-yaml`) on a value that YAML does not have.
 *
 * @param path The name of the value in messages.
 * @param around The collections that hold it.
 */
export function checkValue(value: unknown, path: string, around: readonly unknown[] = []): void {
  if (typeof value === "function" || typeof value === "symbol") failValue(path, `is a ${typeof value}`);
  if (typeof value === "number" && !Number.isFinite(value)) failValue(path, `is ${value}`);
  if (typeof value === "bigint" && !fits64Bits(value)) failValue(path, "does not fit into 64 bits");
  if (typeof value !== "object" || value === null) return;
  if (around.includes(value)) failValue(path, "contains itself");
  if (around.length > MAX_DEPTH) fail("too-deep", `the object is nested more than ${MAX_DEPTH} levels deep`);
  const inner = [...around, value];
  if (Array.isArray(value)) value.forEach((item, index) => checkValue(item, `${path}[${index}]`, inner));
  else for (const [key, child] of entriesOf(value, path)) checkValue(child, `${path}.${key}`, inner);
}

function fits64Bits(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value || BigInt.asUintN(64, value) === value;
}

function entriesOf(value: object, path: string): Iterable<[unknown, unknown]> {
  if (value instanceof Map) return value;
  const prototype = Object.getPrototypeOf(value);
  // Objects of another realm, such as a worker's message, have another `Object.prototype`.
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!isPlain) failValue(path, `is a ${value.constructor.name}, not a plain object`);
  return Object.entries(value);
}

function failValue(path: string, problem: string): never {
  fail("unsupported-yaml", `${path} cannot be written as YAML: it ${problem}`);
}
