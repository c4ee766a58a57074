/** The program: runs the command line on the real platform. */

import { run } from "./src/cli/run.ts";
import { end, programArguments, realHost } from "./src/host/real_host.ts";

run(programArguments(), realHost).then(end);
