import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import type { Read } from "../../reads/read.ts";
import { addressOf, argocdText, listText, makeText } from "./dependencies.ts";
import { dotText, graphOf, mermaidText } from "./graph.ts";
import { depsJson } from "./json.ts";

const asked = (name: string, field: string) => ({
  askedBy: [{ place: { source: new Source(name, "a: b\n"), offset: 3 }, field }],
});
const NOBODY = { askedBy: [] };

const READS: readonly Read[] = [
  { kind: "file", path: "/w/app/kustomization.yaml", ...NOBODY },
  { kind: "file", path: "/w/app/r.yaml", ...asked("app/kustomization.yaml", "/resources/0") },
  { kind: "link", path: "/w/app/link", ...asked("app/kustomization.yaml", "/resources/1") },
  { kind: "tree", path: "/w/app/charts/c", ...asked("app/kustomization.yaml", "/helmCharts/0") },
  { kind: "missing", path: "/w/app/none", ...asked("app/kustomization.yaml", "") },
  { kind: "found", path: "/w/app/x", ...NOBODY },
  { kind: "listing", path: "/w/app", ...NOBODY },
  {
    kind: "repository",
    url: "https://h/r",
    ref: "v1",
    path: "a/b",
    ...asked("app/kustomization.yaml", "/resources/2"),
  },
  { kind: "repository", url: "https://h/r", ref: "", path: "", ...NOBODY },
  { kind: "http", url: "https://h/x.yaml", ...asked("app/kustomization.yaml", "") },
  { kind: "chart", name: "c", version: "1.0", repo: "https://h/charts/", path: "/w/app/charts/c", ...NOBODY },
  { kind: "chart", name: "c", version: "", repo: "https://h/charts", path: "/w/app/charts/c", ...NOBODY },
  { kind: "chart", name: "d", version: "", repo: "", path: "/w/app/charts/d", ...NOBODY },
  { kind: "program", path: "fn", ...NOBODY },
];

const BUILDS = [{ target: "app", reads: READS }];
const shown = (path: string) => path.replace("/w/", "");

Deno.test("addressOf() names remote sources only", () => {
  assertEquals(READS.map(addressOf).filter((address) => address !== undefined), [
    "https://h/r//a/b?ref=v1",
    "https://h/r",
    "https://h/x.yaml",
    "https://h/charts/c@1.0",
    "https://h/charts/c",
  ]);
});

Deno.test("listText() has files, links, folders of programs and addresses", () => {
  assertEquals(listText(BUILDS, shown).split("\n"), [
    "app/charts/c/",
    "app/kustomization.yaml",
    "app/link",
    "app/r.yaml",
    "https://h/charts/c",
    "https://h/charts/c@1.0",
    "https://h/r",
    "https://h/r//a/b?ref=v1",
    "https://h/x.yaml",
    "",
  ]);
});

Deno.test("makeText() has the files, those in folders of programs too, but not behind links", () => {
  const files = new MemoryFileSystem({ "/w/app/charts/c/Chart.yaml": "", "/w/app/charts/c/t/a b.yaml": "" }, "/w");
  files.makeLink("/w/app/charts/c/t/up", "/w/app");
  files.makeLink("/w/app/charts/c/gone", "/nowhere");
  assertEquals(
    makeText(BUILDS, () => "a%b", files, shown),
    "a\\%b: \\\n  app/charts/c/Chart.yaml \\\n  app/charts/c/t/a\\ b.yaml \\\n  app/kustomization.yaml \\\n  app/r.yaml\n",
  );
  assertEquals(makeText([{ target: "a", reads: [] }], () => "x", files, shown), "x:\n");
  for (const goal of ["a\nb", "a\rb"]) assertThrows(() => makeText(BUILDS, () => goal, files, shown), KustError);
});

Deno.test("argocdText() has the folders of kustomizations, and what is outside of them", () => {
  const outside: Read = { kind: "file", path: "/w/base/r.yaml", ...NOBODY };
  assertEquals(argocdText({ target: "app", reads: [...READS, outside] }, "/w/app"), ".;../base/r.yaml\n");
  const elsewhere = (["link", "tree", "missing", "found", "listing"] as const).map((kind): Read => {
    return { kind, path: `/w/${kind}`, ...NOBODY };
  });
  assertEquals(argocdText({ target: "app", reads: [...READS, ...elsewhere] }, "/w/app"), ".;../link;../tree\n");
});

Deno.test("depsJson() counts each thing once, and shows paths on the disk", () => {
  const { summary, results: [{ reads }] } = JSON.parse(depsJson([...BUILDS, ...BUILDS], shown));
  assertEquals(summary, { targets: 2, files: 2, missing: 1, remote: 3, charts: 3 });
  const paths = reads.map(({ path = "none" }) => path);
  assertEquals(paths.slice(0, 4), ["app/kustomization.yaml", "app/r.yaml", "app/link", "app/charts/c"]);
  assertEquals(paths.slice(7), ["a/b", "", "none", "app/charts/c", "app/charts/c", "app/charts/d", "fn"]);
});

Deno.test("graphOf() has arrows with fields, and nothing that a build only looked for", () => {
  const graph = graphOf([READS], shown, "/w");
  assertEquals([...graph.nodes.values()].map(({ kind, name }) => `${kind} ${name}`), [
    "kustomization app",
    "file app/charts/c/",
    "file app/r.yaml",
    "remote https://h/charts/c",
    "remote https://h/charts/c@1.0",
    "remote https://h/r",
    "remote https://h/r//a/b?ref=v1",
    "remote https://h/x.yaml",
  ]);
  const arrows = mermaidText(graph).split("\n").filter((line) => line.includes("-->"));
  assertEquals(arrows, [
    '  n0 -->|"resources"| n2',
    '  n0 -->|"helmCharts"| n1',
    '  n0 -->|"resources"| n6',
    "  n0 --> n7",
  ]);
  assertEquals(dotText(graph).includes('"app" -> "https://h/x.yaml" [label=""];'), true);
});
