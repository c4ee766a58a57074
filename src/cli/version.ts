/** `kust version`: prints the version of kustomize that this program matches, and its own. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { defineCommand } from "./command.ts";

/** The release whose output kust matches; scripts read this line. */
const KUSTOMIZE_VERSION = "v5.8.1";

/** kust's own version, the same as in `deno.json`. */
export const KUST_VERSION = "v0.1.0";

export const OWN_VERSION = `kust ${KUST_VERSION} (kustomize ${KUSTOMIZE_VERSION})`;

export const command = defineCommand({
  usage: "version [flags]",
  manual: {
    long: "The first line is the version of kustomize whose output kust matches, for scripts that check it. " +
      "`kust --version` and the yaml and json forms also tell the version of kust itself.",
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
  run: ({ flags }, host) => {
    if (flags.short && flags.output !== "") fail("flag-conflict", "--short and --output are mutually exclusive");
    host.writeStdout(versionText(flags.output, flags.short, host));
    return 0;
  },
});

/** kustomize prints nothing for a form it does not know. */
function versionText(form: string, short: boolean, host: Host): string {
  const facts = Object.entries(provenance(host));
  switch (form) {
    case "":
      // kustomize prints this odd form when it does not know its build date.
      return short ? `{${KUSTOMIZE_VERSION}  unknown   }\n` : `${KUSTOMIZE_VERSION}\n`;
    case "yaml":
      return facts.map(([name, value]) => `${name}: ${value}\n`).join("") + "\n";
    case "json":
      return JSON.stringify(Object.fromEntries(facts), null, 2) + "\n";
    default:
      return "";
  }
}

function provenance(host: Host): Record<string, string> {
  return {
    version: KUSTOMIZE_VERSION,
    gitCommit: "unknown",
    buildDate: "unknown",
    goOs: host.platform.os,
    goArch: host.platform.arch,
    goVersion: "none",
    kust: KUST_VERSION,
  };
}
