/** `edit alpha-list-builtin-plugin`. */

import { GENERATORS, TRANSFORMERS } from "../../pipeline/plugins/registry.ts";
import { defineCommand } from "../command.ts";

/** Generators, then transformers; kustomize shuffles each list. */
const KINDS = [GENERATORS, TRANSFORMERS].flatMap((rows) => rows.map(({ kind }) => kind).sort());

export const command = defineCommand({
  usage: "alpha-list-builtin-plugin",
  manual: { long: "Lists the kinds of built-in generators and transformers." },
  flags: {},
  completeArgs: "none",
  run: (_invocation, host) => {
    host.writeStdout(`Builtin plugins:\n\n${KINDS.map((kind) => ` * ${kind}\n`).join("")}`);
    return 0;
  },
});
