/** The bill of materials of the programs, in CycloneDX's JSON format: the only dependency of kust is the runtime. */

import denoJson from "../../deno.json" with { type: "json" };

interface Runtime {
  name: string;
  version: string;
}

/** `date` and `commit` are those of the released commit. */
export function makeSbom(runtime: Runtime, commit: string, date: Date): string {
  const { version, license } = denoJson;
  const kust = `pkg:npm/kust@${version}`;
  const bun = `pkg:github/oven-sh/${runtime.name}@${runtime.name}-v${runtime.version}`;
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      timestamp: date.toISOString(),
      component: {
        type: "application",
        "bom-ref": kust,
        name: "kust",
        version,
        purl: kust,
        licenses: [{ license: { id: license } }],
        properties: [{ name: "kust:commit", value: commit }],
      },
    },
    components: [
      {
        type: "platform",
        "bom-ref": bun,
        name: runtime.name,
        version: runtime.version,
        purl: bun,
        licenses: [{ license: { id: "MIT" } }],
      },
    ],
    dependencies: [{ ref: kust, dependsOn: [bun] }, { ref: bun, dependsOn: [] }],
  };
  return JSON.stringify(bom, null, 2) + "\n";
}
