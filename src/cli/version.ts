/** `kust version`: prints the version of kustomize that this program matches, and its own. */

import type { Compat } from "../compat/compat.ts";
import { fail } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { defineCommand } from "./command.ts";

/** Constants of a release (`scripts/release/release.ts`): the commit, and its date as in RFC 3339. */
declare const KUST_COMMIT: string | undefined;
declare const KUST_DATE: string | undefined;

/** kust's own version, the same as in `deno.json`. */
export const KUST_VERSION = "v0.1.0";

export function ownVersion({ release }: Compat): string {
  return `kust ${KUST_VERSION} (kustomize ${release})`;
}

export const command = defineCommand({
  usage: "version [flags]",
  manual: {
    long: "The first line is the version of kustomize whose output kust matches, for scripts that check it. " +
      "`kust --version` and the yaml and json forms also print the version of kust itself.",
    examples: [
      { text: "The version of kustomize that kust matches", line: "kust version" },
      { text: "All details, for a script", line: "kust version --output json" },
    ],
  },
  flags: {
    output: { type: "string", short: "o", help: "one of yaml or json", valueName: "FORM", complete: ["yaml", "json"] },
    short: { type: "bool", help: "short form", deprecated: "and will be removed in the future." },
  },
  completeArgs: "none",
  run: ({ flags, compat }, host) => {
    if (flags.short && flags.output !== "") fail("flag-conflict", "--short and --output are mutually exclusive");
    host.writeStdout(versionText(flags.output, flags.short, provenance(compat, host)));
    return 0;
  },
});

/** kustomize prints nothing for a form it does not know. */
function versionText(form: string, short: boolean, facts: Provenance): string {
  switch (form) {
    case "":
      // kustomize's odd form.
      return short ? `{${facts.version}  ${facts.buildDate}   }\n` : `${facts.version}\n`;
    case "yaml":
      return Object.entries(facts).map(([name, value]) => `${name}: ${value}\n`).join("") + "\n";
    case "json":
      return JSON.stringify(facts, null, 2) + "\n";
    default:
      return "";
  }
}

type Provenance = ReturnType<typeof provenance>;

function provenance({ release }: Compat, host: Host) {
  return {
    version: release,
    gitCommit: typeof KUST_COMMIT === "string" ? KUST_COMMIT : "unknown",
    buildDate: typeof KUST_DATE === "string" ? KUST_DATE : "unknown",
    goOs: host.platform.os,
    goArch: host.platform.arch,
    goVersion: "none",
    kust: KUST_VERSION,
  };
}
