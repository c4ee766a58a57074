/** What holds for the comparison of any two lists of resources. */

import { assert, assertEquals } from "@std/assert";
import { Random } from "../../../scripts/fuzz/random.ts";
import { diffResources } from "../../diff/diff_resources.ts";
import { pairResources } from "../../diff/pair.ts";
import type { Resource } from "../../model/resource.ts";
import { KubernetesSchema } from "../../schema/kubernetes.ts";
import { resourcesOf } from "../../testing/model.ts";
import { encodeBase64Lines } from "../../text/bytes/base64.ts";
import { encodeUtf8 } from "../../text/bytes/utf8.ts";
import { findField } from "../../trace/find_field.ts";
import { FieldRecorder } from "../../trace/record.ts";
import { paint } from "../output/paint.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import type { TargetDiff } from "./comparison.ts";
import { applyFields, type FieldReport, type Json } from "../../testing/apply_fields.ts";
import { type Form, FORMATS, reportIn } from "./formats/render.ts";
import { outcomeOf } from "./outcome.ts";

const ROUNDS = 150;

function below(random: Random, limit: number): number {
  return random.int(0, limit - 1);
}

/** Resources of kinds with merge keys and without, some of them alike. */
function makeResources(random: Random, count: number): Json[] {
  return Array.from({ length: count }, (_, index) => ({
    apiVersion: random.pick(["apps/v1", "v1", "example.com/v1"]),
    kind: random.pick(["Deployment", "Thing", "Role", "Secret"]),
    metadata: { name: `${random.pick(["web", "db", "api"])}-${index}`, ...random.pick([{}, { namespace: "shop" }]) },
    spec: {
      replicas: below(random, 4),
      args: makeList(random),
      template: { spec: { containers: makeContainers(random) } },
      [random.pick(["a/b~c.d", "a/b", "x=y", "[z]\\"])]: random.pick([
        "x",
        null,
        true,
        { deep: [[1, 2], []] },
        "two\nlines\n",
      ]),
    },
    rules: Array.from({ length: below(random, 4) }, () => ({ verbs: makeList(random), of: { a: below(random, 2) } })),
  }));
}

function makeList(random: Random): Json[] {
  return Array.from({ length: below(random, 5) }, () => random.pick<Json>(["a", "b", "c", 1, "1"]));
}

function makeContainers(random: Random): Json[] {
  const names = random.shuffled(["web", "log", "proxy", "init"]).slice(0, below(random, 5));
  return names.map((name) => ({
    name,
    image: `${name}:${below(random, 3)}`,
    ports: Array.from({ length: below(random, 3) }, () => ({
      containerPort: 80 + below(random, 2),
      ...random.pick([{}, { protocol: "UDP" }]),
    })),
  }));
}

/** Some are the same, some others, some gone, some new. */
function changed(random: Random, resources: readonly Json[]): Json[] {
  const kept = resources.filter(() => below(random, 6) > 0);
  const others = makeResources(random, resources.length);
  return random.shuffled([
    ...kept.map((resource, index) =>
      below(random, 3) === 0 ? { ...others[index] as object, ...identityOf(resource) } as Json : resource
    ),
    ...makeResources(random, below(random, 3)),
  ]);
}

function identityOf(resource: Json): object {
  const { apiVersion, kind, metadata } = resource as Record<string, Json>;
  return { apiVersion, kind, metadata };
}

function resourcesFrom(objects: readonly Json[]): Resource[] {
  return resourcesOf(objects.map((object) => JSON.stringify(object)).join("\n---\n"));
}

function diffOf(before: Resource[], after: Resource[], showSecrets = true): TargetDiff {
  const kubernetes = new KubernetesSchema();
  const changes = diffResources(before, after, { showSecrets, schema: (gvk) => kubernetes.kind(gvk) });
  const side = { label: "", build: () => Promise.reject(new Error("not built")) };
  return { target: "t", before: side, after: side, changes, causes: new Map(), errors: { before: [], after: [] } };
}

function rendering(format: Form["format"], diff: TargetDiff): string {
  const report = reportIn({ format, colors: paint(false), limitBytes: 0, failOn: [] }, new MemoryHost());
  report.add(diff, 0);
  return report.text([outcomeOf(diff)]);
}

function rendered(diff: TargetDiff): string[] {
  return FORMATS.map((format) => rendering(format, diff));
}

Deno.test("nothing differs between equal resources", () => {
  for (let seed = 0; seed < ROUNDS; seed++) {
    const objects = makeResources(new Random(seed), 6);
    assertEquals(diffOf(resourcesFrom(objects), resourcesFrom(objects)).changes, []);
  }
});

Deno.test("the changes of the JSON report turn each resource into what it becomes", () => {
  let count = 0;
  for (let seed = 0; seed < ROUNDS; seed++) {
    const random = new Random(seed);
    const objects = makeResources(random, 8);
    const [before, after] = [resourcesFrom(objects), resourcesFrom(changed(random, objects))];
    const diff = diffOf(before, after);
    const report = JSON.parse(rendering("json", diff));
    const reports: { fields: FieldReport[]; object?: Json }[] = report.results[0]?.resources ?? [];
    for (const [index, change] of diff.changes.entries()) {
      const { fields, object } = reports[index]!;
      const [from, to] = [change.before, change.after].map((resource) => resource && toJson(resource));
      if (from === undefined || to === undefined) assertEquals(object, from ?? to);
      else assertEquals(applyFields(from, fields), to, `seed ${seed}`);
      count++;
    }
  }
  assert(count > ROUNDS);
});

function toJson({ node }: Resource): Json {
  return JSON.parse(node.source!.text.slice(node.start).split("\n---\n")[0]!);
}

Deno.test("the path of a changed field leads to it", () => {
  let count = 0;
  for (let seed = 0; seed < ROUNDS; seed++) {
    const random = new Random(seed);
    const objects = makeResources(random, 8);
    for (const change of diffOf(resourcesFrom(objects), resourcesFrom(changed(random, objects))).changes) {
      for (const { path, ...sides } of change.fields) {
        const side = sides.after === undefined ? "before" : "after";
        const root = new FieldRecorder({ kind: "load" }).record(change[side]!.node);
        assertEquals(findField(root, path).pointer, sides[side]!.pointer, `seed ${seed}: ${path}`);
        count++;
      }
    }
  }
  assert(count > ROUNDS);
});

Deno.test("pairs do not depend on which side is first", () => {
  for (let seed = 0; seed < ROUNDS; seed++) {
    const random = new Random(seed);
    const objects = makeResources(random, 12);
    const before = resourcesFrom(objects);
    const after = resourcesFrom(
      changed(random, objects).map((object) => below(random, 3) > 0 ? object : renamed(object)),
    );
    const names = (pairs: { before: Resource | undefined; after: Resource | undefined }[], isSwapped: boolean) =>
      pairs.map((pair) => isSwapped ? [pair.after, pair.before] : [pair.before, pair.after])
        .map((sides) =>
          sides.map((side) => side && `${side.apiVersion} ${side.kind} ${side.namespace} ${side.name}`).join(" = ")
        )
        .sort();
    assertEquals(names(pairResources(before, after), false), names(pairResources(after, before), true), `seed ${seed}`);
  }
});

function renamed(object: Json): Json {
  const { metadata, ...rest } = object as Record<string, Json>;
  return { ...rest, metadata: { ...metadata as object, name: `new-${(metadata as { name: string }).name}` } };
}

Deno.test("no format shows a value of a Secret", () => {
  for (let seed = 0; seed < ROUNDS; seed++) {
    const random = new Random(seed);
    const values: string[] = [];
    const makeSecret = (name: string): Json => {
      const value = () => {
        const text = `secret${below(random, 1e9)}x${values.length}`;
        const encoded = encodeBase64Lines(encodeUtf8(text)).trim();
        values.push(text, encoded);
        return { text, encoded };
      };
      const keys = ["a", "b", "c"].filter(() => below(random, 2) === 0);
      const last = value();
      return {
        apiVersion: "v1",
        kind: "Secret",
        metadata: {
          name,
          ...random.pick([{}, {
            annotations: { "kubectl.kubernetes.io/last-applied-configuration": `{"stringData":{"a":"${last.text}"}}` },
          }]),
        },
        ...random.pick<object>([
          { data: Object.fromEntries(keys.map((key) => [key, value().encoded])) },
          { stringData: Object.fromEntries(keys.map((key) => [key, `${value().text}\nmore ${value().text}\n`])) },
          { data: value().encoded },
          { data: [value().encoded], stringData: { k: { n: value().text } } },
        ]),
      };
    };
    const names = ["one", "two", "three"];
    const side = () => resourcesFrom(names.filter(() => below(random, 4) > 0).map(makeSecret));
    const texts = rendered(diffOf(side(), side(), false));
    for (const value of values) {
      for (const text of texts) assert(!text.includes(value), `seed ${seed}: ${value} in\n${text}`);
    }
  }
});
