/** Runs one program of a function or plugin, and reports errors. */

import { fail, KustError, type Note } from "../diagnostics/diagnostic.ts";
import { checkNoNull } from "../diagnostics/null_character.ts";
import { decodeUtf8Lossy } from "../text/bytes/utf8.ts";
import type { ProcessRequest, ProcessResult } from "../load/capabilities.ts";
import { failStopped } from "../load/fail_stopped.ts";
import { FileError } from "../load/file_system.ts";
import type { Resource } from "../model/resource.ts";
import type { Node } from "../yaml/tree/node.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { PluginContext } from "./plugin_context.ts";
import { resultMessages } from "./resource_list.ts";

export interface PluginCommand extends ProcessRequest {
  /** Its name in messages. */
  name: string;
  /** The object that requests the program, at which errors point. */
  config: Resource;
  /** The part of it that names the program, if there is one. */
  node?: Node | undefined;
  /** Whether to show its stderr only if it fails. */
  quiet?: boolean;
  /** The hint if there is no such program. */
  missingHint: string;
}

/** The program's stdout. Shows its stderr unchanged (unless `quiet`); an exit code other than 0 is an error. */
export async function runProgram(command: PluginCommand, context: PluginContext): Promise<Uint8Array> {
  const result = await runToEnd(command, context);
  if (result.exitCode !== 0) throw failureOf(command, result);
  return result.stdout;
}

/** Like `runProgram`, but any exit code will do. */
export async function runToEnd(command: PluginCommand, context: PluginContext): Promise<ProcessResult> {
  const { observer, root } = context;
  checkTexts(command);
  observer?.asking(command.config.place, () => observer.program(command.program, root));
  context.progress(`running ${command.name}`);
  const result = await started(command, context).finally(() => context.progress(""));
  if (command.quiet && result.stderr.length > 0 && result.exitCode !== 0) context.stderr(result.stderr);
  if (result.timedOut || result.tooLong) {
    const { timeoutMs } = context;
    failStopped({ program: command.name, timeoutMs, ...atPlace(command.config.node) }, result);
  }
  return result;
}

function checkTexts({ name, program, args, env = {}, config }: PluginCommand): void {
  const check = (what: string, text: string) => checkNoNull(`${what} of ${name}`, text, atPlace(config.node));
  check("the path", program);
  for (const arg of args) check("an argument", arg);
  for (const variable of Object.entries(env)) check("a variable", variable.join("="));
}

export function failureOf({ name, config }: PluginCommand, { exitCode, stdout, stderr }: ProcessResult): KustError {
  const notes: Note[] = resultMessages(stdout).map((message) => ({ message }));
  return new KustError({
    code: "function-failed",
    message: `${name} failed with exit code ${exitCode}`,
    ...atPlace(config.node),
    notes,
    hint: stderr.length > 0 ? undefined : firstLine(stdout),
  });
}

async function started(command: PluginCommand, { capabilities, timeoutMs, stderr }: PluginContext) {
  try {
    return await capabilities.run({
      ...command,
      namedStreams: true,
      timeoutMs,
      ...command.quiet ? {} : { onStderr: stderr },
    });
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    fail("cannot-run", `cannot run ${command.name}: ${error.message}`, {
      ...atPlace(command.node ?? command.config.node),
      hint: error.code === "permission" ? `make it executable: chmod +x ${command.program}` : command.missingHint,
    });
  }
}

function firstLine(stdout: Uint8Array): string {
  const line = decodeUtf8Lossy(stdout).split("\n")[0]!;
  return line === "" ? "it printed nothing; run it by hand to see why" : `it printed: ${line}`;
}
