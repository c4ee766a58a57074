/**
 * The definition of a command: data and one function. Its flags determine how its words are parsed, its help and its
 * completion.
 *
 * To add a command:
 * 1. Write `src/cli/<name>.ts` (for a subcommand of `edit add`: `src/cli/edit/add/<name>.ts`) that exports
 *    `command = defineCommand({ usage, flags, run, … })`. `run` receives the arguments and the typed value of each
 *    flag, writes through `host`, throws `KustError` for any error (see `fail`), and returns the exit code, 0.
 * 2. Add it to the `subcommands` of its parent (`src/cli/root.ts`), with its summary and `load: () => import(…)`, so
 *    that nothing of the command is loaded before it is used.
 *
 * Parsing, `-h`, unknown flags, completion, `kust help` and the printing of errors need no further code.
 *
 * @example
 * ```ts ignore
 * export const command = defineCommand({
 *   usage: "greet NAME",
 *   manual: { long: "Greets someone.", examples: [{ text: "Greet politely", line: "kust greet Ada --polite" }] },
 *   flags: { polite: { type: "bool", short: "p", help: "say it politely" } },
 *   completeArgs: "none",
 *   run: (invocation, host) => {
 *     const [name] = invocation.args;
 *     if (name === undefined) fail("missing-argument", "no name was given", { hint: "kust greet Ada" });
 *     host.writeStdout(`${invocation.flags.polite ? "Good day" : "Hi"}, ${name}\n`);
 *     return 0;
 *   },
 * });
 * ```
 */

import type { Behaviour } from "../compat/behaviours.ts";
import type { Compat } from "../compat/compat.ts";
import type { Host } from "../host/host.ts";
import type { SeenFiles } from "../watch/seen_files.ts";
import type { Completion, Flags, FlagValues } from "./flags/flags.ts";

/** One call of a command. */
export interface Invocation<F extends Flags = Flags> {
  /** The program and the command, such as `kust edit add`, for messages. */
  path: string;
  /** The arguments, without the flags. */
  args: string[];
  /** How many of the arguments come before `--`; undefined if there is none. */
  argsBeforeDashes?: number | undefined;
  flags: FlagValues<F>;
  /** Names of the flags that were given. */
  given: ReadonlySet<string>;
  /** All commands, for `help` and completion. */
  root: CommandGroup;
  /** The release of kustomize to agree with. */
  compat: Compat;
}

/** An example command line, and its purpose. */
export interface Example {
  text: string;
  line: string;
}

/** The part of a command that only its help needs. */
export interface Manual {
  /** What it does. Paragraphs are separated by empty lines and wrapped to the terminal. */
  long?: string;
  examples?: readonly Example[];
}

/** A command that does something. */
export interface Command<F extends Flags = Flags> {
  /** Its usage, without the parent's words: `build [DIR]`. */
  usage: string;
  flags: F;
  /** A function if the command runs so often that its help is better loaded separately. */
  manual?: Manual | (() => Promise<Manual>);
  /** The completion of the arguments. Default: files. */
  completeArgs?: Completion;
  /** All words are arguments, even those that look like flags; `flags` is not used. */
  rawWords?: boolean;
  /** Takes two releases, `--compat R1..R2`, and reads them itself. */
  comparesReleases?: boolean;
  /** The exit code if it throws. Default: 1; commands that report use `COULD_NOT_BE_DONE`. */
  exitOnFailure?: number;
  /**
   * With `--watch`, runs instead of `run`, and again whenever a file that was read changes. The flag is `WATCH_FLAG`.
   */
  watch?(invocation: Invocation<F>, seen: SeenFiles): RunAgain;
  /** Returns the exit code. Throws `KustError`. */
  run(invocation: Invocation<F>, host: Host): number | Promise<number>;
}

/** @param changed The paths that have changed since the last time; undefined the first time. */
export type RunAgain = (host: Host, changed: readonly string[] | undefined) => number | Promise<number>;

/** A command that only groups others. A help page is a group without any. */
export interface CommandGroup {
  manual?: Manual;
  subcommands: Subcommands;
}

/** Commands by name, in the order in which the help lists them. */
export type Subcommands = Readonly<Record<string, Subcommand>>;

/** A command as its parent lists it. */
export interface Subcommand {
  /** One line, without a full stop. */
  summary: string;
  aliases?: readonly string[];
  /** Whether help and completion omit it. */
  hidden?: boolean;
  /** The behaviour that introduced it: releases without it have no such command. */
  behaviour?: Behaviour;
  /** A help page. */
  topic?: boolean;
  load(): Promise<{ command: Command | CommandGroup }>;
}

/** Returns the command unchanged, and infers the types of its flags for `run`. */
export function defineCommand<const F extends Flags>(command: Command<F>): Command<F> {
  return command;
}

export function isGroup(command: Command | CommandGroup): command is CommandGroup {
  return "subcommands" in command;
}
