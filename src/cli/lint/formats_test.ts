/** The forms for machines, against their schemas and documented limits. */

import { assert, assertEquals } from "@std/assert";
import { Ajv } from "ajv";
import schema from "sarif-schema" with { type: "json" };
import { Source } from "../../diagnostics/source.ts";
import type { Finding } from "../../lint/gather/finding.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { render } from "./formats.ts";
import { sarifText } from "./sarif.ts";

const STRANGE = 'a "quoted" <tag> & 100%\r\n\x1b[31m\ud800 ]]> ::error::x';

function finding(parts: Partial<Finding> = {}, text = "images:\n- name: web\n"): Finding {
  const place = { source: new Source("over lays/prod ü/kustomization.yaml", text), offset: 10 };
  return {
    code: "unused-image",
    level: "warning",
    message: "no image has the name 'web'",
    place,
    targets: ["prod"],
    ...parts,
  };
}

const FINDINGS: readonly Finding[] = [
  finding(),
  finding({ notes: [{ message: "it is here", place: finding().place }, { message: "a fact" }], hint: STRANGE }),
  finding({
    level: "error",
    code: "refused-name",
    id: "Pod.v1.[noGrp]/P.[noNs]",
    pointer: "/metadata/name",
    message: STRANGE,
  }),
  { code: "unused-component", level: "note", message: "no use", file: "parts/x", targets: [""] },
  { code: "git-failed", level: "error", message: "no such repository", targets: ["remote"] },
];

function rendered(format: string, findings: readonly Finding[]): string {
  const form = { format, failOn: "warning" as const, color: false };
  return render({ findings: [...findings], targets: 2 }, form, new MemoryHost());
}

Deno.test("SARIF fits the published schema", () => {
  // The schema is of draft 4, and has a pattern that is none with the flag u.
  const { $schema: _schema, id: _id, ...definitions } = schema;
  const options = { strict: false, validateFormats: false, allErrors: true, unicodeRegExp: false };
  const validate = new Ajv(options).compile(definitions);
  for (const findings of [FINDINGS, []]) {
    const log = JSON.parse(rendered("sarif", findings));
    assert(validate(log), JSON.stringify(validate.errors, null, 1));
    assertEquals(log.runs[0].results.length, findings.length);
  }
  const [{ results, tool: { driver: { rules } } }] = JSON.parse(rendered("sarif", FINDINGS)).runs;
  for (const { ruleId, ruleIndex, partialFingerprints } of results) {
    assertEquals(rules[ruleIndex].id, ruleId);
    assert(/^[0-9a-f]{32}$/.test(partialFingerprints["kustFinding/v1"]));
  }
  const { artifactLocation, region } = results[0].locations[0].physicalLocation;
  assertEquals(new URL(artifactLocation.uri, "file:///w/").pathname, "/w/over%20lays/prod%20%C3%BC/kustomization.yaml");
  assertEquals(region, { startLine: 2, startColumn: 3 });
  assertEquals(results[1].relatedLocations.length, 1);
  const uris = [3, 4].map((index) => results[index].locations[0].physicalLocation.artifactLocation.uri);
  assertEquals(uris, ["parts/x", "remote"]);
});

Deno.test("SARIF has the worst findings if there are more than GitHub takes", () => {
  const [{ results }] = JSON.parse(sarifText({ findings: [...FINDINGS] }, 3)).runs;
  assertEquals(results.map(({ level }: { level: string }) => level), ["error", "error", "warning"]);
});

Deno.test("SARIF has all findings in their order if there are as many as GitHub takes", () => {
  assertEquals(sarifText({ findings: [...FINDINGS] }, FINDINGS.length), sarifText({ findings: [...FINDINGS] }));
});

Deno.test("JUnit is well-formed XML of the usual elements, and its counts are right", () => {
  const text = rendered("junit", FINDINGS);
  const elements = [...text.matchAll(/<(\/?)([\w-]+)((?:\s[\w-]+="[^"<]*")*)(\/?)>/g)];
  const open: string[] = [];
  for (const [, slash, name, , closed] of elements) {
    if (slash === "/") assertEquals(open.pop(), name);
    else if (closed === "") open.push(name!);
  }
  assertEquals(open, []);
  const rest = text.replace(/<\?xml[^>]*\?>/, "").replace(/<(\/?)([\w-]+)((?:\s[\w-]+="[^"<]*")*)(\/?)>/g, "");
  assert(!/[<>]|&(?!amp;|lt;|gt;|quot;|#\d+;)/.test(rest), rest);
  // deno-lint-ignore no-control-regex
  assert(!/[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]/u.test(text));
  assert(text.includes('tests="5" failures="4" errors="0"'));
  assert(text.includes(' name="parts/x no use" file="parts/x"'));
  assert(text.includes(' name="remote no such repository" file=""'));
  assertEquals(text.match(/<failure /g)?.length, 4);
  assertEquals(text.match(/<system-out>/g)?.length, 1);
  assert(rendered("junit", []).includes('tests="1" failures="0"'));
});

Deno.test("GitHub's annotations are a line each, ten of a level, the worst first", () => {
  const lines = rendered("github", FINDINGS).trimEnd().split("\n");
  assertEquals(lines.map((line) => line.split(/[ :]/)[2]), ["error", "error", "warning", "warning", "notice"]);
  const many = rendered("github", Array.from({ length: 25 }, () => finding())).trimEnd().split("\n");
  assertEquals(many.filter((line) => line.startsWith("::")).length, 10);
  assert(many[9]!.includes("16 more"));
});
