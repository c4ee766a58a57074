/** Remote sources that may change, on the server or in transit. */

import { pathsIn } from "../../kustomization/paths.ts";
import { kustomization as table } from "../../kustomization/fields.ts";
import { shownUrl } from "../../load/remote/git_safety.ts";
import { parseRepoSpec } from "../../load/remote/git_url.ts";
import { isHttpUrl } from "../../load/remote/remote.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { placeOf } from "../../yaml/tree/place.ts";
import type { Report } from "../gather/collector.ts";
import type { Rule } from "../gather/rule.ts";

/** Names of branches, as opposed to tags. */
const BRANCH = /^(?:main|master|head|develop|development|dev|trunk|latest|edge|nightly|gh-pages)$/i;

export const remoteReferences: Rule = ({ entered, isNew }, report) => {
  for (const target of entered.filter(isNew)) {
    for (const { node } of pathsIn(table.fields, target.kustomization.node)) {
      if (node.kind !== "scalar" || node.value.includes("\n")) continue;
      checkProtocol(node.value, node, report);
      checkRef(node.value, node, report);
    }
  }
};

function checkProtocol(url: string, node: Node, report: Report): void {
  if (!/^(?:git::)?http:\/\//i.test(url) || /^(?:git::)?http:\/\/(?:localhost|127\.|\[::1\])/i.test(url)) return;
  report.add({
    code: "plain-http",
    message: `${shownUrl(url)} is fetched without encryption: anyone on the network path can change it`,
    place: placeOf(node),
    hint: "use https",
  });
}

function checkRef(url: string, node: Node, report: Report): void {
  const problem = problemOf(url);
  if (problem === undefined) return;
  report.add({
    code: "floating-ref",
    message: `${shownUrl(url)} ${problem}: the output may change although nothing changes here`,
    place: placeOf(node),
    hint: "pin a tag or a commit: ?ref=v1.2.3",
  });
}

function problemOf(url: string): string | undefined {
  if (isHttpUrl(url) && /\.ya?ml$/i.test(url.replace(/\?.*/, ""))) {
    const [, branch] = /\/(?:raw|blob|refs\/heads)\/([^/]+)\//.exec(url) ??
      /raw\.githubusercontent\.com\/[^/]+\/[^/]+\/([^/]+)\//.exec(url) ?? [];
    if (branch !== undefined && BRANCH.test(branch)) return `names the branch '${branch}'`;
    return /\/releases\/latest\//.test(url) ? "names the latest release" : undefined;
  }
  const spec = parseRepoSpec(url);
  if (spec === undefined) return undefined;
  if (spec.ref === "") return "has no ref, so it means the default branch";
  return BRANCH.test(spec.ref) ? `names the branch '${spec.ref}'` : undefined;
}
