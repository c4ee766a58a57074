/** Finds the command of a line: picks the words that name commands from among flags and arguments, like cobra. */

import type { Command, CommandGroup, Subcommand, Subcommands } from "./command.ts";
import { isGroup } from "./command.ts";
import { flagNamed, type Flags } from "./flags/flags.ts";
import { GLOBAL_FLAGS } from "./flags/global_flags.ts";

/** The name of the program in its output. */
const PROGRAM = "kust";

const globalFlags: Flags = GLOBAL_FLAGS;

export interface FoundCommand {
  command: Command | CommandGroup;
  /** The words of the command: `kust edit add`. */
  path: string;
  /** The command's entry in its parent; undefined for the program itself. */
  entry: Subcommand | undefined;
  /** The rest of the line: flags and arguments. */
  args: string[];
}

/** @param root All commands. */
export async function findCommand(root: CommandGroup, line: readonly string[]): Promise<FoundCommand> {
  let found: FoundCommand = { command: root, path: PROGRAM, entry: undefined, args: [...line] };
  while (isGroup(found.command)) {
    const at = commandWord(found.args, found.command.subcommands);
    if (at < 0) break;
    const [name, entry] = findSubcommand(found.command.subcommands, found.args[at]!)!;
    const { command } = await entry.load();
    found = { command, entry, path: `${found.path} ${name}`, args: found.args.toSpliced(at, 1) };
  }
  return found;
}

/** The first word that is neither a flag nor a flag's value; undefined if there is none. */
export function firstArgument(args: readonly string[]): string | undefined {
  return args[argumentIndex(args, true)];
}

/** Index of the subcommand's name, or -1. A flag takes the next word as its value unless that leaves no command. */
function commandWord(args: readonly string[], subcommands: Subcommands): number {
  for (const unknownFlagsTakeValues of [true, false]) {
    const at = argumentIndex(args, unknownFlagsTakeValues);
    if (at >= 0 && findSubcommand(subcommands, args[at]!) !== undefined) return at;
  }
  return -1;
}

/**
 * Index of the first argument, or -1. Only the flags of all commands are known at this point, not those of the command.
 */
function argumentIndex(args: readonly string[], unknownFlagsTakeValues: boolean): number {
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!;
    if (word === "--") return -1;
    if (!word.startsWith("-") || word === "-") return at;
    if (unknownFlagsTakeValues && takesNextWord(word)) at++;
  }
  return -1;
}

function takesNextWord(flag: string): boolean {
  if (flag.includes("=") || flag === "--help" || flag === "-h") return false;
  if (flag.startsWith("--")) return flagNamed(flag.slice(2), globalFlags)?.type !== "bool";
  return flag.length === 2;
}

/** Finds a subcommand by its name or an alias. Returns its name too. */
function findSubcommand(subcommands: Subcommands, word: string): [string, Subcommand] | undefined {
  return Object.entries(subcommands).find(([name, entry]) => name === word || entry.aliases?.includes(word) === true);
}
