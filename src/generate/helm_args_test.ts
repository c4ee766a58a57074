import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import type { HelmChart } from "../kustomization/types.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { parsed } from "../testing/yaml.ts";
import type { Mapping } from "../yaml/tree/node.ts";
import { checkHelmChart, helmPullArgs, helmTemplateArgs } from "./helm_args.ts";

function chart(fields: Partial<HelmChart> = {}): HelmChart {
  const texts = {
    version: "",
    repo: "",
    releaseName: "",
    namespace: "",
    nameTemplate: "",
    kubeVersion: "",
    valuesFile: "",
  };
  const flags = { includeCRDs: false, skipHooks: false, skipTests: false, debug: false, devel: false };
  return { name: "web", ...texts, ...flags, additionalValuesFiles: [], apiVersions: [], valuesMerge: "", ...fields };
}

function refusal(fields: Partial<HelmChart>): string {
  return assertThrows(() => checkHelmChart(chart(fields)), KustError).diagnostic.code;
}

Deno.test("no text of a chart can become a flag of helm", () => {
  const flag = "--post-renderer=./x";
  const fields: Partial<HelmChart>[] = [
    { name: flag },
    { version: flag },
    { repo: flag },
    { releaseName: flag },
    { namespace: flag },
    { nameTemplate: flag },
    { kubeVersion: "-v" },
    { apiVersions: ["a/v1", flag] },
  ];
  for (const field of fields) assertEquals(refusal(field), "unsafe-argument", JSON.stringify(field));
  const node = parsed("{name: web, version: -v}") as Mapping;
  for (const [field, offset] of [[{ version: "-v" }, 21], [{ repo: "-r" }, 0]] as const) {
    const { diagnostic } = assertThrows(() => checkHelmChart(chart({ ...field, node })), KustError);
    assertEquals(diagnostic.place?.offset, offset);
  }
  checkHelmChart(chart({ releaseName: "a--b", version: ">1.0.0-0" }));
});

Deno.test("no text of a chart can end an argument of helm", () => {
  const fields: Partial<HelmChart>[] = [
    ...["name", "version", "repo", "releaseName", "namespace", "nameTemplate", "kubeVersion"].map((field) => ({
      [field]: "a\0b",
    })),
    { apiVersions: ["v1", "a\0b"] },
  ];
  for (const field of fields) {
    const { message } = diagnosticOf("invalid-value", () => checkHelmChart(chart(field)));
    assertEquals(message, `'${Object.keys(field)}' contains a null character: "a\\u0000b"`);
  }
});

Deno.test("a chart that is refused is placed at the field", () => {
  const at = (fields: Partial<HelmChart>) => {
    const node = parsed("{other: x, name: a, valuesMerge: b}") as Mapping;
    const { diagnostic } = assertThrows(() => checkHelmChart(chart({ ...fields, node })), KustError);
    return diagnostic.place?.offset;
  };
  assertEquals([at({ name: "a/b" }), at({ valuesMerge: "x" })], ["{other: x, name: ".length, 33]);
});

Deno.test("values files are absolute paths, which are not flags", () => {
  const args = helmTemplateArgs(chart(), "/app/charts/web", ["/app/--post-renderer=x"]);
  assertEquals(args, ["template", "--generate-name", "/app/charts/web", "-f", "/app/--post-renderer=x"]);
});

Deno.test("a registry is not a repository: the chart's name is the end of its address", () => {
  const args = helmPullArgs(chart({ repo: "oci://host/charts/", version: "1.0.0" }), "/app/charts/web-1.0.0");
  assertEquals(args.slice(4), ["oci://host/charts/web", "--version", "1.0.0"]);
});

Deno.test("a chart needs a name and a valid way to merge values", () => {
  assertEquals(refusal({ name: "" }), "missing-name");
  assertEquals(refusal({ valuesMerge: "overwrite" }), "invalid-value");
});
