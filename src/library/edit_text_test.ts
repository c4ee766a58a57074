import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import * as edits from "./edit_text.ts";
import { editKustomization } from "./edit_text.ts";

const FILE = "# The shop.\nresources:\n- web.yaml # its pages\n\nnamespace: shop\nimages:\n- name: a\n  newTag: '1'\n";

Deno.test("edits keep everything that they do not change", () => {
  const { text, notices } = editKustomization(FILE, [
    edits.setText("namespace", "prod"),
    edits.addPaths("resources", ["web.yaml", "db.yaml"]),
    edits.setImages(["a:2"]),
  ]);
  assertEquals(
    text,
    "# The shop.\nresources:\n- web.yaml # its pages\n- db.yaml\n\nnamespace: prod\nimages:\n- name: a\n  newTag: '2'\n",
  );
  assertEquals(notices, ["resource web.yaml already in kustomization file"]);
});

Deno.test("without keepFormat the text is the same as kustomize's", () => {
  const { text } = editKustomization(FILE, [edits.setText("namePrefix", "p-")], { keepFormat: false });
  assertEquals(
    text,
    '# The shop.\nresources:\n- web.yaml\n\nnamespace: shop\nimages:\n- name: a\n  newTag: "1"\n' +
      "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamePrefix: p-\n",
  );
});

Deno.test("each edit is undone by its counterpart", () => {
  const set = [
    edits.setReplicas(["web=3"]),
    edits.setAnnotations({ owner: "me" }),
    edits.addPaths("components", ["../debug"]),
    edits.setText("nameSuffix", "-x"),
    edits.setImages(["b@sha256:1"]),
  ];
  const removed = [
    edits.removeReplicas(["web"]),
    edits.removeAnnotations(["owner"]),
    edits.removePaths("components", ["../*"]),
    edits.setText("nameSuffix", undefined),
    edits.removeImages(["b"]),
  ];
  assertEquals(editKustomization(editKustomization(FILE, set).text, removed).text, FILE);
});

Deno.test("labels do not reach selectors, and a patch is added once", () => {
  const change = [edits.setLabels({ team: "shop" }, true), edits.addPatch("patch.yaml"), edits.addPatch("patch.yaml")];
  const { text, notices } = editKustomization("", change);
  assertEquals(
    text,
    "labels:\n- includeTemplates: true\n  pairs:\n    team: shop\npatches:\n- path: patch.yaml\n",
  );
  assertEquals(notices, ["patch patch.yaml already in kustomization file"]);
  const labels = [edits.setLabels({ team: "shop", a: "b" }), edits.setLabels({ team: "web" })];
  assertEquals(editKustomization("", labels).text, "labels:\n- pairs:\n    a: b\n    team: web\n");
});

Deno.test("impossible edits throw with the name of the file", () => {
  for (const remove of [edits.removeImages, edits.removeReplicas, edits.removeAnnotations]) {
    diagnosticOf("no-match", () => editKustomization(FILE, [remove(["b"])]));
  }
  diagnosticOf("invalid-argument", () => editKustomization(FILE, [edits.setImages(["b"])]));
  const { place } = diagnosticOf("unknown-field", () => editKustomization("resuorces: []\n", [], { name: "a/k.yaml" }));
  assertEquals(place?.source.name, "a/k.yaml");
});
