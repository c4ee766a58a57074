/**
 * `kust __complete WORD...`: called by a shell at each press of Tab. The last word is the one being typed and may be
 * empty.
 *
 * The first line of the answer tells the shell what to do: `:words` (offer the lines that follow, each
 * `WORD<tab>description`), `:parts` (the same, without a space after the word, which continues), `:files` or `:folders`
 * (offer those that it finds itself).
 */

import type { Host } from "../../host/host.ts";
import { type CommandGroup, defineCommand, isGroup, type Subcommands } from "../command.ts";
import { findCommand } from "../find_command.ts";
import { foldersWithKustomization } from "./find_kustomizations.ts";
import { type Completion, type Flag, flagNamed, type Flags, HELP_FLAG } from "../flags/flags.ts";
import { GLOBAL_FLAGS, ROOT_FLAGS } from "../flags/global_flags.ts";

/** A word to offer, and its description. */
type Offer = [word: string, description: string];

interface Answer {
  directive: ":words" | ":parts" | ":files" | ":folders";
  offers: Offer[];
}

export const command = defineCommand({
  usage: "__complete WORD...",
  flags: {},
  rawWords: true,
  run: async ({ args, root }, host) => {
    const { directive, offers } = await answer(root, args.slice(0, -1), args.at(-1) ?? "", host);
    const lines = offers.map(([word, description]) => description === "" ? word : `${word}\t${description}`);
    host.writeStdout([directive, ...lines].join("\n") + "\n");
    return 0;
  },
});

async function answer(root: CommandGroup, before: string[], typed: string, host: Host): Promise<Answer> {
  const { command, args, entry } = await findCommand(root, before);
  if (isGroup(command)) {
    if (args.length > 0) return NOTHING;
    return groupWords(command.subcommands, entry === undefined ? ROOT_FLAGS : GLOBAL_FLAGS, typed);
  }
  const flags: Flags = { ...GLOBAL_FLAGS, ...command.flags, help: HELP_FLAG };
  const pending = flagBefore(args, flags);
  if (typeof pending === "object") return offer(pending.complete ?? "file", typed, host);
  if (pending === undefined && typed.startsWith("-")) return flagWords(typed, flags, host);
  if (command.completeArgs === "command") return await commandWords(root, args, typed);
  return offer(command.completeArgs ?? "file", typed, host);
}

const NOTHING: Answer = { directive: ":words", offers: [] };

function groupWords(subcommands: Subcommands, flags: Flags, typed: string): Answer {
  return matching(typed, typed.startsWith("-") ? listedFlags({ ...flags, help: HELP_FLAG }) : listed(subcommands));
}

async function commandWords(root: CommandGroup, args: string[], typed: string): Promise<Answer> {
  const { command } = await findCommand(root, args);
  if (!isGroup(command)) return NOTHING;
  const commands = matching(typed, listed(command.subcommands));
  // A hundred codes would hide the commands, so they are only offered after a letter.
  return args.length > 0 || typed === ""
    ? commands
    : { ...commands, offers: [...commands.offers, ...await codes(typed)] };
}

/** The codes of errors, which `help` explains. */
async function codes(typed: string): Promise<Offer[]> {
  const { CODES } = await import("../../diagnostics/codes.ts");
  return [...CODES].filter(([code]) => code.startsWith(typed)).map(([code, { meaning }]) => [code, meaning]);
}

function listed(subcommands: Subcommands): Offer[] {
  return Object.entries(subcommands)
    .filter(([, entry]) => entry.hidden !== true)
    .map(([name, entry]) => [name, entry.summary]);
}

/** The flag whose value comes next; `arguments` if `--` has ended the flags. */
function flagBefore(args: string[], flags: Flags): Flag | "arguments" | undefined {
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!;
    if (word === "--") return "arguments";
    const flag = flagOf(word, flags);
    if (flag === undefined || flag.type === "bool") continue;
    if (++at === args.length) return flag;
  }
  return undefined;
}

/** The flag that a word names without giving its value. */
function flagOf(word: string, flags: Flags): Flag | undefined {
  if (word.startsWith("--")) return flagNamed(word.slice(2), flags);
  if (!word.startsWith("-")) return undefined;
  // In `-abc` only the last letter can take the next word.
  return Object.values(flags).find((flag) => flag.short !== undefined && flag.short === word.at(-1));
}

function flagWords(typed: string, flags: Flags, host: Host): Answer {
  const equals = typed.indexOf("=");
  const flag = flagNamed(typed.slice(2, equals), flags);
  if (equals > 0 && flag !== undefined) {
    const { directive, offers } = offer(flag.complete ?? "file", typed.slice(equals + 1), host);
    const head = typed.slice(0, equals + 1);
    return { directive, offers: offers.map(([word, description]) => [head + word, description]) };
  }
  return matching(typed, listedFlags(flags));
}

function listedFlags(flags: Flags): Offer[] {
  return Object.entries(flags)
    .filter(([, flag]) => flag.deprecated === undefined)
    .map(([name, flag]) => [`--${name}`, flag.help]);
}

function offer(what: Completion, typed: string, host: Host): Answer {
  switch (what) {
    case "file":
      return { directive: ":files", offers: [] };
    case "directory":
      return { directive: ":folders", offers: [] };
    case "kustomization":
      return { directive: ":parts", offers: foldersWithKustomization(host.fs, typed).map((path) => [path, ""]) };
    case "command":
    case "none":
      return NOTHING;
    default:
      return matching(typed, what.map((word) => [word, ""]));
  }
}

function matching(typed: string, offers: Offer[]): Answer {
  return { directive: ":words", offers: offers.filter(([word]) => word.startsWith(typed)) };
}
