/** `deno task docs:releases`: writes docs/releases.md from the table of differences between kustomize's releases. */

import { BEHAVIOURS, type Row } from "../../src/compat/behaviours.ts";
import { NEWEST, RELEASES } from "../../src/compat/compat.ts";
import { compareReleases } from "../../src/compat/earlier.ts";

export const PAGE = "docs/releases.md";

const HEAD = `# Releases of kustomize

kust agrees with kustomize ${NEWEST.release}, byte for byte, or with an earlier release that you select:

\`\`\`sh
kust build overlays/prod --compat v5.8.1
KUST_COMPAT=v5.7.1 kust build overlays/prod
\`\`\`

The known releases are ${
  RELEASES.join(", ")
}. Select the one that applies your manifests: kubectl 1.33 contains v5.6.0, kubectl 1.35
and Kargo v5.7.1, Argo CD and Flux v5.8.1. In the library, it is the option \`compat\`. \`kust version\` and the label of
\`managedByLabel\` show the selected release. A field or command that the release lacks is an error.

All known differences are listed below, under the names of their rows in \`src/compat/behaviours.ts\`, from which this page
is generated. There is one thing that kust does not do in any release: pass a chart's name that begins with \`-\` to helm,
as kustomize did before v5.8.2 (${link(6242)}).
`;

/** The page as `deno fmt` lays it out. */
export async function releasesPage(): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), { args: ["fmt", "--ext=md", "-"], stdin: "piped", stdout: "piped" })
    .spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(unformatted()));
  await writer.close();
  return new TextDecoder().decode((await child.output()).stdout);
}

function unformatted(): string {
  const rows: [name: string, row: Row][] = Object.entries(BEHAVIOURS);
  const changedIn = ([, { since, until }]: [string, Row]) => since ?? `after ${until}`;
  const byRelease = Map.groupBy(rows, changedIn);
  const version = (title: string) => title.replace("after ", "");
  const titles = [...byRelease.keys()].sort((a, b) => compareReleases(version(b), version(a)));
  return [HEAD, ...titles.map((title) => section(title, byRelease.get(title)!))].join("\n");
}

function section(title: string, rows: [string, Row][]): string {
  const isGone = title.startsWith("after");
  const lines = rows.map(([name, { does, otherwise, threads = [] }]) => {
    const [then, before] = isGone ? [otherwise, does] : [does, otherwise];
    return `| \`${name}\` | ${capital(then)} | ${capital(before)} | ${threads.map(link).join(", ")} |`;
  });
  return [
    `## ${isGone ? "A" + title.slice(1) : `Since ${title}`}\n`,
    "| name | now | before | thread |",
    "| ---- | --- | ------ | ------ |",
    ...lines,
    "",
  ].join("\n");
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

function link(thread: number): string {
  return `[#${thread}](https://github.com/kubernetes-sigs/kustomize/issues/${thread})`;
}

if (import.meta.main) Deno.writeTextFileSync(PAGE, await releasesPage());
