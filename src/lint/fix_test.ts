import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { build, printResources } from "../pipeline/build.ts";
import { fixFindings } from "./fix.ts";
import { lint } from "./lint.ts";

const DEPLOYMENT = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 1\n";

const BASE = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: base}\n";

function project(kustomization: string, files: Record<string, string | Uint8Array> = {}): MemoryFileSystem {
  return new MemoryFileSystem(
    { "/app/kustomization.yaml": kustomization, "/app/web.yaml": DEPLOYMENT, ...files },
    "/app",
  );
}

async function output(files: MemoryFileSystem): Promise<string> {
  return printResources((await build(files, "/app")).resources);
}

/** The file after the fixes; the output is the same, and a second run finds nothing. */
async function fixed(files: MemoryFileSystem): Promise<string> {
  const before = await output(files);
  const fixes = await fixFindings(files, (await lint(files, ["/app"])).findings, {});
  assertEquals(fixes, { fixed: ["kustomization.yaml"], left: [] });
  assertEquals(await output(files), before);
  const codes = (await lint(files, ["/app"])).findings.map(({ code }) => code);
  assertEquals(codes.includes("deprecated-field"), false);
  return files.readText("/app/kustomization.yaml");
}

Deno.test("fixFindings() moves deprecated fields, and keeps comments and layout", async () => {
  const files = project(
    "# ours\nresources:\n    - web.yaml   # the app\n\n# for all\ncommonLabels:\n    app: web # keep\n",
    // A finding in another file that cannot be fixed.
    { "/app/web.yaml": `${DEPLOYMENT}  template: {metadata: {labels: {a_: b}}}\n` },
  );
  assertEquals(
    await fixed(files),
    "# ours\nresources:\n    - web.yaml   # the app\n\n# for all\nlabels:\n- pairs:\n      app: web # keep\n  includeSelectors: true\n",
  );
});

Deno.test("fixFindings() moves patches and bases", async () => {
  const patch = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n";
  const files = project("bases:\n- base # below\npatchesStrategicMerge:\n- patch.yaml\n", {
    "/app/base/kustomization.yaml": "resources: [web.yaml]\n",
    "/app/base/web.yaml": DEPLOYMENT,
    "/app/patch.yaml": patch,
  });
  const text = await fixed(files);
  assertEquals(text.includes("bases"), false);
  assertEquals(text.includes("# below"), true);
});

Deno.test("fixFindings() writes new fields that say what the file is before the others", async () => {
  const base = { "/app/base/kustomization.yaml": "resources: [b.yaml]\n", "/app/base/b.yaml": BASE };
  const head = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n";
  const cases: [text: string, after: string][] = [
    ["resources: [web.yaml]\nbases: [base]\n", `${head}resources: [web.yaml, base]\n`],
    ["# a\nresources:\n- web.yaml\nbases: [base]\n", `${head}# a\nresources:\n- web.yaml\n- base\n`],
    ["# a\n\n# b\nresources: [web.yaml]\nbases: [base]\n", `# a\n\n${head}# b\nresources: [web.yaml, base]\n`],
    ["---\nresources: [web.yaml]\nbases: [base]\n", `---\n${head}resources: [web.yaml, base]\n`],
    ["bases: [base]\nresources: [web.yaml]\n", `${head}resources: [web.yaml, base]\n`],
    [
      "  resources: [web.yaml]\n  kind: Kustomization\n  bases: [base]\n",
      `  ${head.split("\n")[0]}\n  resources: [web.yaml, base]\n  kind: Kustomization\n`,
    ],
  ];
  for (const [text, after] of cases) assertEquals(await fixed(project(text, base)), after, text);
});

Deno.test("fixFindings() moves a patch on one line as a patch, not as the name of a file", async () => {
  const patch = "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 3}}";
  const text = await fixed(project(`resources: [web.yaml]\npatchesStrategicMerge:\n- '${patch}'\n`));
  assertEquals(text.includes("patches:\n- patch: '{apiVersion: apps/v1, kind: Deployment"), true);
});

Deno.test("fixFindings() leaves UTF-16 alone", async () => {
  const text = "\ufeffresources: [web.yaml]\ncommonLabels: {a: b}\n";
  const utf16 = Uint16Array.from(text, (character) => character.charCodeAt(0));
  const files = project("", { "/app/kustomization.yaml": new Uint8Array(utf16.buffer) });
  const fixes = await fixFindings(files, (await lint(files, ["/app"])).findings, {});
  const reason = "its layout or comments cannot be kept";
  assertEquals(fixes, { fixed: [], left: [{ file: "kustomization.yaml", reason }] });
});

Deno.test("fixFindings() leaves a file alone if the output would change", async () => {
  const merge = "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 3}}";
  const json = '[{"op": "replace", "path": "/spec/replicas", "value": 5}]';
  // patchesJson6902 come after patches, but would come before the merge that follows them in one list.
  const text = `resources: [web.yaml]\npatchesStrategicMerge:\n- '${merge}'\npatchesJson6902:\n` +
    `- target: {version: v1, kind: Deployment, name: web}\n  patch: '${json}'\n`;
  const files = project(text);
  const fixes = await fixFindings(files, (await lint(files, ["/app"])).findings, {});
  assertEquals(fixes, { fixed: [], left: [{ file: "kustomization.yaml", reason: "the output would change" }] });
  assertEquals(files.readText("/app/kustomization.yaml"), text);
});

Deno.test("fixFindings() leaves a file alone if its comments or its layout would be lost", async () => {
  const labels = "commonLabels:\n  # of a\n  a: b # b\nlabels:\n- pairs: {c: d}\n";
  const texts = [
    `resources: [web.yaml]\n${labels}`,
    "{resources: [web.yaml], commonLabels: {a: b}}\n",
    "resources: [web.yaml]\nCommonLabels: {a: b}\n",
    "resources: [web.yaml]\n<<: {commonLabels: {}}\n",
    "resources: [web.yaml]\ncommonAnnotations: &x {}\ncommonLabels: *x\n",
  ];
  for (const text of texts) {
    const files = project(text);
    const fixes = await fixFindings(files, (await lint(files, ["/app"])).findings, {});
    const reason = "its layout or comments cannot be kept";
    assertEquals(fixes, { fixed: [], left: [{ file: "kustomization.yaml", reason }] }, text);
    assertEquals(files.readText("/app/kustomization.yaml"), text);
  }
});
