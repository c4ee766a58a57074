/**
 * `kust __complete WORD...`: what a shell asks at each press of Tab. The last word is the one being typed, perhaps empty.
 *
 * The answer's first line says what the shell is to do: `:words` (offer the lines that follow, each `WORD<tab>description`),
 * `:parts` (the same, without a space after the word: it goes on), `:files` or `:folders` (offer those that it finds itself).
 */

import type { Host } from "../host/host.ts";
import { type Command, type CommandGroup, defineCommand, isGroup, type Subcommands } from "./command.ts";
import { findCommand } from "./find_command.ts";
import { foldersWithKustomization } from "./find_kustomizations.ts";
import type { Completion, Flag, Flags } from "./flags.ts";
import { GLOBAL_FLAGS } from "./global_flags.ts";

/** A word to offer, and what it means. */
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
  const { command, words } = await findCommand(root, before);
  if (isGroup(command)) return words.length > 0 ? NOTHING : groupWords(command.subcommands, typed);
  const flags: Flags = { ...GLOBAL_FLAGS, ...command.flags, help: { type: "bool", short: "h", help: "show help" } };
  const pending = flagBefore(words, flags);
  if (pending === "arguments") return await argumentWords(root, command, words, typed, host);
  if (pending !== undefined) return offer(pending.complete ?? "file", typed, host);
  if (typed.startsWith("-")) return flagWords(typed, flags, host);
  return await argumentWords(root, command, words, typed, host);
}

const NOTHING: Answer = { directive: ":words", offers: [] };

function groupWords(subcommands: Subcommands, typed: string): Answer {
  if (typed.startsWith("-")) {
    return matching(typed, [["--help", "show help"], ["--stack-trace", GLOBAL_FLAGS["stack-trace"].help]]);
  }
  return matching(typed, listed(subcommands));
}

function listed(subcommands: Subcommands): Offer[] {
  return Object.entries(subcommands)
    .filter(([, entry]) => entry.hidden !== true)
    .map(([name, entry]) => [name, entry.summary]);
}

/** The flag whose value comes next; `arguments` where `--` has ended the flags. */
function flagBefore(words: string[], flags: Flags): Flag | "arguments" | undefined {
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === "--") return "arguments";
    const flag = flagOf(word, flags);
    if (flag === undefined || flag.type === "bool") continue;
    if (++at === words.length) return flag;
  }
  return undefined;
}

/** The flag that a word names without giving its value. */
function flagOf(word: string, flags: Flags): Flag | undefined {
  if (word.startsWith("--")) return flags[word.slice(2)];
  if (!word.startsWith("-")) return undefined;
  // In `-abc` only the last letter can want the next word.
  return Object.values(flags).find((flag) => flag.short !== undefined && flag.short === word.at(-1));
}

function flagWords(typed: string, flags: Flags, host: Host): Answer {
  const equals = typed.indexOf("=");
  const flag = flags[typed.slice(2, equals)];
  if (equals > 0 && flag !== undefined) {
    const { directive, offers } = offer(flag.complete ?? "file", typed.slice(equals + 1), host);
    const head = typed.slice(0, equals + 1);
    return { directive, offers: offers.map(([word, description]) => [head + word, description]) };
  }
  const shown = Object.entries(flags).filter(([, flag]) => flag.hidden !== true && flag.deprecated === undefined);
  return matching(typed, shown.map(([name, flag]) => [`--${name}`, flag.help]));
}

async function argumentWords(
  root: CommandGroup,
  command: Command,
  words: string[],
  typed: string,
  host: Host,
): Promise<Answer> {
  if (command.completeArgs !== "command") return offer(command.completeArgs ?? "file", typed, host);
  const found = await findCommand(root, words);
  return isGroup(found.command) ? groupWords(found.command.subcommands, typed) : NOTHING;
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
