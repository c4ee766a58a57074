import { assertEquals } from "@std/assert";
import { DEFAULT_TRANSFORMER_CONFIG } from "../../kustomization/config/default_field_specs.ts";
import type { NameBackReference } from "../../kustomization/config/transformer_config.ts";
import { diagnosticOf, lineOf } from "../../testing/diagnostics.ts";
import { apply, setOf, textOfSet } from "../../testing/model.ts";
import type { ResourceSet } from "../../model/resource_set.ts";
import { NameReferences } from "./name_reference.ts";
import { prefix, suffix } from "../affix.ts";
import { storePreviousId } from "../../history/store_previous_id.ts";

const fieldSpecs = [{ path: "metadata/name", create: false }];

const CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cfg\n";
const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
  - configMap:
      name: cfg
`;

/** Fields of kind Foo that hold names of ConfigMaps. */
function toConfigMaps(...paths: string[]): NameBackReference[] {
  return [{ kind: "ConfigMap", fieldSpecs: paths.map((path) => ({ path, kind: "Foo", create: false })) }];
}

function prefixed(set: ResourceSet, text: string): ResourceSet {
  apply(prefix({ prefix: text, fieldSpecs }), set);
  return set;
}

function update(set: ResourceSet, references = DEFAULT_TRANSFORMER_CONFIG.nameReference): string {
  new NameReferences(references).update(set);
  return textOfSet(set);
}

/** A set with all resources of the given ones. */
function union(...sets: ResourceSet[]): ResourceSet {
  const [first, ...others] = sets;
  for (const set of others) first!.appendAll([...set.resources]);
  return first!;
}

/** The names under `name:` other than those of resources. */
function referencesIn(text: string): string[] {
  return [...text.matchAll(/^ {3,}(?:- )?name: (.*)$/gm)].map((match) => match[1]!);
}

Deno.test("a reference follows its resource through every name that it has had", () => {
  for (const name of ["cfg", "a-cfg"]) {
    const pod = setOf(POD.replace("name: cfg", `name: ${name}`));
    assertEquals(referencesIn(update(union(prefixed(prefixed(setOf(CONFIG_MAP), "a-"), "b-"), pod))), ["b-a-cfg"]);
  }
});

Deno.test("of several candidates, the one with the referrer's prefixes and suffixes counts", () => {
  const set = union(
    prefixed(setOf(`${CONFIG_MAP}---\n${POD}`), "a-"),
    prefixed(setOf(`${CONFIG_MAP}---\n${POD}`), "b-"),
  );
  assertEquals(referencesIn(update(prefixed(set, "c-"))), ["c-a-cfg", "c-b-cfg"]);
  const suffixed = setOf(`${CONFIG_MAP}---\n${POD}`);
  apply(suffix({ suffix: "-s", fieldSpecs }), suffixed);
  const both = union(suffixed, prefixed(setOf(`${CONFIG_MAP}---\n${POD}`), "p-"));
  assertEquals(referencesIn(update(both)), ["cfg-s", "p-cfg"]);
});

Deno.test("candidates that cannot be distinguished are an error that names them", () => {
  const set = union(prefixed(setOf(CONFIG_MAP), "a-"), prefixed(setOf(CONFIG_MAP), "b-"), setOf(POD));
  // A referrer without a prefix is compatible with all candidates, but has the same affixes as none.
  assertEquals(referencesIn(update(set)), ["cfg"]);
  const [one, other] = [prefixed(setOf(CONFIG_MAP), "p-"), prefixed(setOf(CONFIG_MAP), "p-")];
  other.resources[0]!.name = "other";
  const ambiguous = union(one, other, prefixed(setOf(POD), "p-"));
  const { message, notes } = diagnosticOf("ambiguous-reference", () => update(ambiguous));
  assertEquals(message, "spec/volumes/configMap/name of Pod 'p-web': 'cfg' may refer to any of 2 resources");
  assertEquals(notes?.length, 2);
});

Deno.test("a namespaced referrer refers to resources in its own namespace or in none", () => {
  const inNamespace = (yaml: string, namespace: string) =>
    yaml.replace("  name:", `  namespace: ${namespace}\n  name:`);
  const configMaps = union(
    prefixed(setOf(inNamespace(CONFIG_MAP, "x")), "x-"),
    prefixed(setOf(inNamespace(CONFIG_MAP, "y")), "y-"),
  );
  assertEquals(referencesIn(update(union(configMaps, setOf(inNamespace(POD, "y"))))), ["y-cfg"]);
});

const SUBJECTS = `apiVersion: rbac.authorization.k8s.io/v1
kind: KIND
metadata:
  name: b
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: r
subjects:
- kind: ServiceAccount
  name: sa
  namespace: other
`;
const ACCOUNT = "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: sa\n  namespace: other\n";
const [CLUSTER_ROLE, ROLE] = ["ClusterRole", "Role"].map((kind) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: r\n`
) as [string, string];

Deno.test("role bindings refer to service accounts in the namespaces that they name, and roles of the kind that they name", () => {
  for (const kind of ["RoleBinding", "ClusterRoleBinding"]) {
    const text = update(union(
      prefixed(setOf(ACCOUNT), "p-"),
      prefixed(setOf(ROLE), "o-"),
      prefixed(setOf(CLUSTER_ROLE), "q-"),
      setOf(SUBJECTS.replace("KIND", kind)),
    ));
    assertEquals(/roleRef:\n.*\n.*\n {2}name: (.*)/.exec(text)?.[1], "q-r");
    assertEquals(/subjects:\n.*\n {2}name: (.*)\n {2}namespace: (.*)/.exec(text)?.slice(1), ["p-sa", "other"]);
  }
});

Deno.test("a roleRef without a group, which is incomplete, means the first kind of the table", () => {
  const binding = setOf(SUBJECTS.replace("KIND", "RoleBinding").replace(/apiGroup: .*\n {2}/, ""));
  const text = update(union(prefixed(setOf(CLUSTER_ROLE), "q-"), prefixed(setOf(ROLE), "o-"), binding));
  assertEquals(/roleRef:\n.*\n {2}name: (.*)/.exec(text)?.[1], "o-r");
});

Deno.test("a service account without a namespace is in none that a role binding names", () => {
  const binding = setOf(SUBJECTS.replace("KIND", "RoleBinding").replace("  namespace: other\n", ""));
  const text = update(union(prefixed(setOf(ACCOUNT), "p-"), binding));
  assertEquals(/subjects:\n.*\n {2}name: (.*)/.exec(text)?.[1], "sa");
});

Deno.test("a subject of another kind does not reach a service account in its namespace", () => {
  const binding = setOf(SUBJECTS.replace("KIND", "RoleBinding").replace("ServiceAccount", "User"));
  const text = update(union(prefixed(setOf(ACCOUNT), "p-"), binding));
  assertEquals(/subjects:\n.*\n {2}name: (.*)/.exec(text)?.[1], "sa");
});

Deno.test("a mapping gets the namespace of a resource that has kept its name", () => {
  const configMap = setOf(CONFIG_MAP);
  storePreviousId(configMap.resources[0]!);
  configMap.resources[0]!.namespace = "n";
  const foo = setOf("kind: Foo\nmetadata: {name: f, namespace: n}\nmapping: {name: cfg}\n");
  const text = update(union(configMap, foo), toConfigMaps("mapping"));
  assertEquals(/mapping:\n(.*)\n(.*)/.exec(text)?.slice(1), ["  name: cfg", '  namespace: "n"']);
});

Deno.test("an apiVersion that is null is an error only in what can refer to others", () => {
  const foo = "apiVersion: null\nkind: Foo\nmetadata: {name: f}\ntext: cfg\n";
  assertEquals(lineOf(diagnosticOf("wrong-type", () => update(setOf(foo), toConfigMaps("text")))), "r.yaml:1:13");
  update(setOf(foo.replace("Foo", "Bar")), toConfigMaps("text"));
});

Deno.test("a null refers to nothing, also not to a resource with that name", () => {
  const foo = setOf("kind: Foo\nmetadata: {name: f}\ntext: null\n");
  const text = update(union(prefixed(setOf(CONFIG_MAP.replace("cfg", '"null"')), "p-"), foo), toConfigMaps("text"));
  assertEquals(/text: (.*)/.exec(text)?.[1], "null");
});

Deno.test("a mapping may mean any of several resources with one new name and namespace, and no others", () => {
  const inGroup = (group: string, name = "cfg") => {
    const set = prefixed(setOf(CONFIG_MAP.replace("v1", `${group}/v1`)), "p-");
    set.resources[0]!.name = name;
    return set;
  };
  const foo = () => prefixed(setOf("kind: Foo\nmetadata: {name: f}\nmapping: {name: cfg}\n"), "p-");
  const text = update(union(inGroup("x.io", "new"), inGroup("y.io", "new"), foo()), toConfigMaps("mapping"));
  assertEquals(/mapping:\n {2}(.*)\n(.*)/.exec(text)?.slice(1), ["name: new", "metadata:"]);
  const others = union(inGroup("x.io", "one"), inGroup("y.io", "two"), foo());
  diagnosticOf("ambiguous-reference", () => update(others, toConfigMaps("mapping")));
});

Deno.test("a namespace of a service account that is not text is an error", () => {
  const set = setOf(SUBJECTS.replace("KIND", "RoleBinding").replace("namespace: other", "namespace: 1"));
  assertEquals(lineOf(diagnosticOf("wrong-type", () => update(set))), "r.yaml:12:14");
});

Deno.test("a reference may be a text, a mapping with name and namespace, or a list of these", () => {
  const set = union(
    prefixed(setOf(CONFIG_MAP.replace("cfg", "cfg\n  namespace: n")), "p-"),
    setOf(`kind: Foo
metadata: {name: f, namespace: n}
text: cfg
mapping: {name: cfg}
list: [cfg, {name: cfg}, other, null]
nothing: null
`),
  );
  const text = update(set, toConfigMaps("text", "mapping", "list", "nothing"));
  assertEquals(
    text.slice(text.indexOf("---\n") + 4),
    `kind: Foo
list:
- p-cfg
- name: p-cfg
  namespace: "n"
- other
- null
mapping:
  name: p-cfg
  namespace: "n"
metadata:
  name: f
  namespace: "n"
nothing: null
text: p-cfg
`,
  );
});

Deno.test("a mapping without a name, and a list in a list, are errors", () => {
  const set = () => setOf("kind: Foo\nmetadata: {name: f}\nmapping: {}\nlist: [[]]\n");
  assertEquals(lineOf(diagnosticOf("field-not-found", () => update(set(), toConfigMaps("mapping")))), "r.yaml:3:10");
  diagnosticOf("wrong-type", () => update(set(), toConfigMaps("list")));
});

Deno.test("a reference is looked up in the fields of the referrer's original kind", () => {
  const foo = setOf("kind: Foo\nmetadata: {name: f}\ntext: cfg\n");
  storePreviousId(foo.resources[0]!);
  foo.resources[0]!.kind = "Bar";
  const text = update(union(prefixed(setOf(CONFIG_MAP), "p-"), foo), toConfigMaps("text"));
  assertEquals(/text: (.*)/.exec(text)?.[1], "p-cfg");
});
