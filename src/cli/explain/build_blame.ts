/** `kust build --blame`: the output with the file and line that set each of its lines. */

import type { Host } from "../../host/host.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { writeTo } from "../build/write_output.ts";
import { choiceOf } from "../flags/flag_choice.ts";
import { buildTraced } from "./build_traced.ts";
import { blameJson, blameText, FORMATS } from "./blame.ts";

export async function buildBlame(
  path: string,
  options: BuildOptions,
  { format, output }: { format: string; output: string },
  host: Host,
): Promise<number> {
  const isJson = choiceOf("format", format, FORMATS) === "json";
  const resources = await buildTraced(path, options, host);
  if (resources === undefined) return 1;
  const text = isJson ? blameJson(resources) : blameText(resources);
  if (output === "") host.writeStdout(text);
  else writeTo(host.fs, output, [text]);
  return 0;
}
