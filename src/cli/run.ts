/** The whole program except for the platform: from the words of a line to an exit code. */

import type { Behaviour, Row } from "../compat/behaviours.ts";
import { type Compat, COMPAT_VARIABLE } from "../compat/compat.ts";
import { compatWith } from "../compat/compat_with.ts";
import type { Code } from "../diagnostics/code.ts";
import { fail, KustError } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did_you_mean.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Host } from "../host/host.ts";
import { type Command, type CommandGroup, isGroup } from "./command.ts";
import { findCommand, firstArgument, type FoundCommand } from "./find_command.ts";
import { type Completion, flagNamed, type ParsedFlags, parseFlags } from "./flags/flags.ts";
import { GLOBAL_FLAGS, ROOT_FLAGS } from "./flags/global_flags.ts";
import type { FileSystem } from "../load/file_system.ts";
import { reportErrors } from "./output/report.ts";
import { root } from "./root.ts";
import type { SeenFiles } from "../watch/seen_files.ts";

/**
 * @param line The words after the program's name. Returns the exit code, which is 1 for every failure, as in kustomize,
 * unless the command says otherwise.
 */
export async function run(line: string[], host: Host): Promise<number> {
  let exitOnFailure = 1;
  try {
    const found = await findCommand(root, line);
    if (!isGroup(found.command)) exitOnFailure = found.command.exitOnFailure ?? exitOnFailure;
    return isGroup(found.command)
      ? await runGroup(found, found.command, host)
      : await runCommand(found, found.command, host);
  } catch (error) {
    const { reportFailure } = await import("./output/report_failure.ts");
    await reportFailure(error, line.includes("--stack-trace"), host);
    return exitOnFailure;
  }
}

/** Errors about the words of the line that commands detect. They refer to `--help`. */
const USAGE_ERRORS: ReadonlySet<Code> = new Set<Code>([
  "missing-argument",
  "too-many-arguments",
  "missing-flag",
  "flag-conflict",
]);

async function runCommand(found: FoundCommand, command: Command, host: Host): Promise<number> {
  if (command.rawWords === true) {
    const compat = await compatFor({}, host);
    return await command.run({ path: found.path, args: found.args, flags: {}, given: new Set(), root, compat }, host);
  }
  const parsed = parseWords(found, { ...GLOBAL_FLAGS, ...command.flags }, host);
  if (parsed.help) return await showHelp(found, host);
  const { args, argsBeforeDashes, values, given } = host.fs.pathOf === undefined
    ? parsed
    : withPaths(parsed, command, host.fs);
  const isRange = command.comparesReleases === true && String(values.compat).includes("..");
  const compat = await compatFor(isRange ? {} : values, host);
  const behaviour = found.entry?.behaviour;
  if (behaviour !== undefined && !compat.has(behaviour)) await failOnRelease(compat, behaviour, found.path);
  try {
    const invocation = { path: found.path, args, argsBeforeDashes, flags: values, given, root, compat };
    if (values.watch === true && command.watch !== undefined) {
      const { watchAgain } = await import("./watch_again.ts");
      const start = (seen: SeenFiles) => command.watch!(invocation, seen);
      return await watchAgain(host, start);
    }
    return await command.run(invocation, host);
  } catch (error) {
    if (!(error instanceof KustError)) throw error;
    if (USAGE_ERRORS.has(error.diagnostic.code)) throw withUsage(error, found);
    const { withOfferedHint } = await import("./flags/offered_hint.ts");
    throw withOfferedHint(error, command.flags);
  }
}

/** The parsed words, with paths as kust writes them. */
function withPaths(parsed: ParsedFlags, command: Command, fs: FileSystem): ParsedFlags {
  const pathOf = (text: string) => fs.pathOf?.(text) ?? text;
  const values = Object.fromEntries(
    Object.entries(parsed.values).map(([name, value]) => {
      if (typeof value === "boolean" || !isPath(flagNamed(name, command.flags)?.complete)) return [name, value];
      return [name, typeof value === "string" ? pathOf(value) : value.map(pathOf)];
    }),
  );
  // Not all arguments of a command need be paths: some are conditions.
  const argumentOf = (text: string) => text.includes("=") ? text : pathOf(text);
  const args = isPath(command.completeArgs ?? "file") ? parsed.args.map(argumentOf) : parsed.args;
  return { ...parsed, values, args };
}

function isPath(completion: Completion | undefined): boolean {
  return completion === "file" || completion === "directory" || completion === "kustomization";
}

function compatFor({ compat = "" }: { compat?: unknown }, host: Host): Promise<Compat> {
  return compatWith(compat === "" ? host.env(COMPAT_VARIABLE) : String(compat));
}

/** kustomize shows the help of the group instead, and succeeds: scripts would not notice. */
async function failOnRelease({ release }: Compat, behaviour: Behaviour, path: string): Promise<never> {
  const { BEHAVIOURS } = await import("../compat/behaviours.ts");
  const { since }: Row = BEHAVIOURS[behaviour];
  fail("unknown-command", `kustomize ${release} has no command '${path}'`, {
    hint: `it came with ${since}: select that release by --compat or ${COMPAT_VARIABLE}`,
  });
}

/** A group without a subcommand shows its help. */
async function runGroup(found: FoundCommand, group: CommandGroup, host: Host): Promise<number> {
  const unknown = firstArgument(found.args);
  if (unknown !== undefined) return await unknownCommand(unknown, found, group, host);
  const { values } = parseWords(found, found.entry === undefined ? ROOT_FLAGS : GLOBAL_FLAGS, host);
  const compat = await compatFor(values, host);
  if (values.version === true) return await showVersion(compat, host);
  return await showHelp(found, host);
}

/**
 * kustomize fails for an unknown command, but shows help and succeeds for an unknown subcommand (`edit ad`). kust keeps
 * the exit code; the message on stderr is its own.
 */
async function unknownCommand(word: string, found: FoundCommand, group: CommandGroup, host: Host): Promise<number> {
  const names = Object.entries(group.subcommands).filter(([, entry]) => entry.hidden !== true).map(([name]) => name);
  const hint = hintOfUnknown(word, names, found, host);
  const message = `unknown command "${word}" for "${found.path}"`;
  if (found.entry === undefined) fail("unknown-command", message, { hint });
  reportErrors([{ code: "unknown-command", message, hint }], host);
  return await showHelp(found, host);
}

/** A folder in place of a command is probably one to build. */
function hintOfUnknown(word: string, names: readonly string[], found: FoundCommand, host: Host): string {
  const near = nearest(word, names) ?? names.find((name) => name.startsWith(word));
  const isTarget = word.includes("/") || host.fs.stat(word) !== undefined;
  if (found.entry === undefined && isTarget) {
    return `did you mean '${found.path} build ${word}'?`;
  }
  return didYouMean(near && `${found.path} ${near}`) ?? `run '${found.path} --help' for the commands`;
}

function parseWords(found: FoundCommand, flags: Command["flags"], host: Host): ParsedFlags {
  try {
    return parseFlags(flags, found.args, (warning) => host.writeStderr(`${warning}\n`));
  } catch (error) {
    throw error instanceof KustError ? withUsage(error, found) : error;
  }
}

function withUsage(error: KustError, { path }: FoundCommand): KustError {
  return error.with({ notes: [{ message: `run '${path} --help' for usage` }] });
}

async function showHelp(found: FoundCommand, host: Host): Promise<number> {
  const { renderHelp } = await import("./help/render_help.ts");
  host.writeStdout(await renderHelp(found, host.terminal.columns));
  return 0;
}

async function showVersion(compat: Compat, host: Host): Promise<number> {
  const { ownVersion } = await import("./version.ts");
  host.writeStdout(`${ownVersion(compat)}\n`);
  return 0;
}
