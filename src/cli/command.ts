/**
 * What a command is. A command is data and one function: its flags say how its words are read, how its help looks and what a
 * shell completes.
 *
 * To add a command:
 * 1. Write `src/cli/<name>.ts` (a subcommand of `edit add`: `src/cli/edit/add/<name>.ts`) that exports
 *    `command = defineCommand({ usage, flags, run, … })`. `run` gets the arguments and the typed value of each flag, writes by
 *    `host`, throws `KustError` for anything wrong (see `fail`), and answers with the exit code: 0.
 * 2. Name it in the `subcommands` of its parent (`src/cli/root.ts`), with its one line and `load: () => import(…)`: nothing of
 *    the command is loaded before someone asks for it.
 * Parsing, `-h`, unknown flags, completion, the reference in `kust help` and the printing of errors follow by themselves.
 *
 * @example
 * ```ts
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

import type { Host } from "../host/host.ts";
import type { Completion, Flags, FlagValues } from "./flags.ts";

/** What a command is asked to do. */
export interface Invocation<F extends Flags = Flags> {
  /** The words that led here, such as `kust edit add`: for messages. */
  path: string;
  /** The arguments, flags taken out. */
  args: string[];
  flags: FlagValues<F>;
  /** Names of the flags that stood on the line. */
  given: ReadonlySet<string>;
  /** All commands, for those that tell about others. */
  root: CommandGroup;
}

/** One line to try, and what it does. */
export interface Example {
  text: string;
  line: string;
}

/** The part of a command that only its help shows. */
export interface Manual {
  /** What it does: paragraphs with an empty line between, wrapped to the terminal. */
  long?: string;
  examples?: readonly Example[];
}

/** A command that does something. */
export interface Command<F extends Flags = Flags> {
  /** How it is called, after the parent's words: `build [DIR]`. */
  usage: string;
  flags: F;
  /** A function where a command runs so often that its help is better kept in a file of its own. */
  manual?: Manual | (() => Promise<Manual>);
  /** What a shell offers for the arguments; absent: files. */
  completeArgs?: Completion;
  /** All words are arguments, flags too: `flags` is not read. */
  rawWords?: boolean;
  /** Gives the exit code. Throws `KustError`. */
  run(invocation: Invocation<F>, host: Host): number | Promise<number>;
}

/** A command that only holds others. A page of help is one that holds none. */
export interface CommandGroup {
  manual?: Manual;
  subcommands: Subcommands;
}

/** Commands by name, in the order in which the help lists them. */
export type Subcommands = Readonly<Record<string, Subcommand>>;

/** A command as its parent knows it. */
export interface Subcommand {
  /** One line, without a full stop. */
  summary: string;
  aliases?: readonly string[];
  /** Works, but is not listed. */
  hidden?: boolean;
  /** Is a page of help. */
  topic?: boolean;
  load(): Promise<{ command: Command | CommandGroup }>;
}

/** Gives the command as it is; its flags' types reach `run` by this. */
export function defineCommand<const F extends Flags>(command: Command<F>): Command<F> {
  return command;
}

export function isGroup(command: Command | CommandGroup): command is CommandGroup {
  return "subcommands" in command;
}
