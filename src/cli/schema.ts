/** `kust schema`: prints the JSON schema of kustomization files. */

import { fail } from "../diagnostics/diagnostic.ts";
import { kustomizationSchema } from "../kustomization/json_schema.ts";
import { defineCommand } from "./command.ts";

export const command = defineCommand({
  usage: "schema",
  manual: {
    long:
      "Prints the JSON schema (draft 7) of kustomization files, for editors and validators: every field with its type " +
      "and a description. With `--compat`, it has the fields of that release of kustomize.",
    examples: [
      { text: "Save it for an editor", line: "kust schema > kustomization.schema.json" },
      { text: "The fields of an earlier release", line: "kust schema --compat v5.6.0" },
    ],
  },
  flags: {},
  completeArgs: "none",
  run: ({ args, compat }, host) => {
    if (args.length > 0) fail("too-many-arguments", "schema takes no argument");
    host.writeStdout(`${JSON.stringify(kustomizationSchema(compat), null, 2)}\n`);
    return 0;
  },
});
