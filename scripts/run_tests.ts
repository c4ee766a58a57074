/** `deno task test [FLAG or PATH...]`: all unit tests and, in memory, all goldens. */

import { importMapFlags } from "./npm_import_map.ts";
import { demand, runShown } from "./run_program.ts";

const paths = Deno.args.some((word) => !word.startsWith("-")) ? [] : ["src/", "scripts/", "testdata/"];
demand(await runShown(Deno.execPath(), ["test", ...await importMapFlags(), "-A", "--quiet", ...paths, ...Deno.args]));
