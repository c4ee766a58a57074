/** Records the output of `kustomize … --help`, to be compared in `testdata/help_test.ts`. */

import { readHelp } from "./read_help.ts";

export const HELP_FILE = "testdata/kustomize_help.json";

/** The text of the file: the help of each command by its words. `openapi` is not listed anywhere, but exists. */
export async function recordHelp(kustomize: string): Promise<string> {
  const recorded: Record<string, string> = {};
  const waiting = ["", "openapi"];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const args = [...path.split(" "), "--help"].filter((word) => word !== "");
    const { stdout } = await new Deno.Command(kustomize, { args }).output();
    const text = new TextDecoder().decode(stdout);
    recorded[path] = text;
    waiting.push(...readHelp(text).commands.map((name) => `${path} ${name}`.trim()));
  }
  return JSON.stringify(recorded, null, 2) + "\n";
}
