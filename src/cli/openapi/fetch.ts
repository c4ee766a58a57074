/** `kust openapi fetch`: prints the OpenAPI document of a cluster, fetched with the local kubectl. */

import { choiceOf } from "../flags/flag_choice.ts";
import { formatFlag } from "../flags/format_flag.ts";
import type { Compat } from "../../compat/compat.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import type { Host } from "../../host/host.ts";
import { FileError } from "../../load/file_system.ts";
import { encodeJson } from "../../yaml/value/json.ts";
import { type Node, Scalar } from "../../yaml/tree/node.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import { toPlain } from "../../yaml/value/plain.ts";
import { print } from "../../yaml/write/print.ts";
import { defineCommand } from "../command.ts";

const FORMATS = ["json", "yaml"] as const;

const HINT = "is kubectl installed, its context set, and the cluster up? See https://kubernetes.io/docs/tasks/tools/";

export const command = defineCommand({
  usage: "fetch [flags]",
  manual: {
    examples: [{ text: "For the openapi field of a kustomization", line: "kust openapi fetch > schema.json" }],
  },
  flags: {
    format: { ...formatFlag(FORMATS), valueName: "FORM" },
  },
  completeArgs: "none",
  run: async ({ flags, compat }, host) => {
    const format = choiceOf("format", flags.format, FORMATS);
    const document = await clusterDocument(host, compat);
    host.writeStdout((format === "json" ? encodeJson(toPlain(document), "  ") : print(document)) + "\n");
    return 0;
  },
});

async function clusterDocument(host: Host, compat: Compat): Promise<Node> {
  const args = ["get", "--raw", "/openapi/v2"];
  const { exitCode, stdout, stderr } = await host.run({ program: "kubectl", args }).catch(failNoKubectl);
  const words = new TextDecoder().decode(stderr).trim();
  const text = new TextDecoder().decode(stdout);
  if (exitCode !== 0 || text === "") failOnKubectl("kubectl printed no OpenAPI document", words);
  const document = isObject(text) ? parseDocument(new Source("kubectl", text)) : undefined;
  if (document !== undefined) return document;
  if (compat.has("checks-fetched-schema")) failOnKubectl("the output of kubectl is not a JSON object", words);
  return new Scalar("null");
}

function isObject(text: string): boolean {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function failOnKubectl(message: string, words: string): never {
  fail("kubectl-failed", `${message}${words === "" ? "" : `: ${words}`}`, { hint: HINT });
}

function failNoKubectl(error: unknown): never {
  if (!(error instanceof FileError)) throw error;
  fail("cannot-run", `cannot run kubectl: ${error.message}`, { hint: HINT });
}
