import { assertEquals } from "@std/assert";
import { KubernetesSchema } from "../schema/kubernetes.ts";
import { resourcesOf } from "../testing/model.ts";
import { diffResources } from "./diff_resources.ts";

/** The paths that differ between two specs, with `+` or `-` if only one side has the field. */
function paths(kinds: string | [string, string], before: string, after: string): string[] {
  const [old, current] = typeof kinds === "string" ? [kinds, kinds] : kinds;
  const kubernetes = new KubernetesSchema();
  const resource = (kind: string, spec: string) => resourcesOf(`{${kind}, metadata: {name: x}, spec: ${spec}}`);
  const changes = diffResources(resource(old, before), resource(current, after), {
    schema: (gvk) => kubernetes.kind(gvk),
  });
  return changes.flatMap(({ fields }) => fields).filter(({ path }) => path.startsWith("spec")).map((field) =>
    `${field.before === undefined ? "+" : field.after === undefined ? "-" : ""}${field.path}`
  );
}

const SERVICE = "apiVersion: v1, kind: Service";
const WIDGET = "apiVersion: example.com/v1, kind: Widget";

Deno.test("diffResources() compares values of different kinds as a whole", () => {
  assertEquals(paths(WIDGET, "{a: [b], c: {d: 1}, e: x}", "{a: b, c: [d], e: [x]}"), ["spec.a", "spec.c", "spec.e"]);
  assertEquals(paths(WIDGET, "{a: b, c: [d]}", "{a: {b: c}, c: {d: 1}}"), ["spec.a", "spec.c"]);
});

Deno.test("diffResources() names items by their first merge key, or by all if that is not unique", () => {
  const ports = (...items: string[]) => `{ports: [${items.map((item) => `{${item}}`).join(", ")}]}`;
  const [tcp, udp] = ["port: 53, protocol: TCP", "port: 53, protocol: UDP"];
  const both = "spec.ports[port=53,protocol=UDP]";
  assertEquals(paths(SERVICE, ports(tcp, `${udp}, name: a`), ports(tcp, `${udp}, name: b`)), [`${both}.name`]);
  assertEquals(paths(SERVICE, ports(tcp), ports(tcp, udp)), [`+${both}`]);
  assertEquals(paths(SERVICE, ports(tcp, udp), ports(tcp)), [`-${both}`]);
  assertEquals(paths(SERVICE, ports(`${tcp}, name: a`), ports(`${tcp}, name: b`)), ["spec.ports[port=53].name"]);
});

Deno.test("diffResources() pairs items by the schema of either side", () => {
  const constraints = (...keys: string[]) =>
    `{topologySpreadConstraints: [${keys.map((key) => `{topologyKey: ${key}, whenUnsatisfiable: x}`).join(", ")}]}`;
  const [known, unknown] = ["apiVersion: v1, kind: Pod", "apiVersion: example.com/v1, kind: Pod"];
  const added = ["+spec.topologySpreadConstraints[topologyKey=b]"];
  for (const kinds of [[known, known], [unknown, known], [known, unknown]] satisfies [string, string][]) {
    assertEquals(paths(kinds, constraints("a"), constraints("b", "a")), added);
  }
});

Deno.test("diffResources() tells a renamed reference apart from a list in its place", () => {
  const [before, after] = ["a", "b"].map((name) =>
    resourcesOf(
      `{kind: ConfigMap, metadata: {name: ${name}}, data: {k: v}}\n---\n` +
        `{${WIDGET}, metadata: {name: x}, spec: {one: ${name}, other: ${name === "a" ? name : "[b]"}}}`,
    )
  );
  const [, widget] = diffResources(before!, after!);
  assertEquals([widget!.fields, widget!.following].map((fields) => fields.map(({ path }) => path)), [
    ["spec.other"],
    ["spec.one"],
  ]);
});
