/** Formats the help of a command for the width of a terminal. */

import { type Command, type CommandGroup, type Example, isGroup, type Manual, type Subcommands } from "../command.ts";
import type { FoundCommand } from "../find_command.ts";
import { type Flag, type Flags, HELP_FLAG } from "../flags/flags.ts";
import { GLOBAL_FLAGS, ROOT_FLAGS } from "../flags/global_flags.ts";
import { table, wrap } from "../output/text_layout.ts";
import { compareTexts } from "../../text/compare.ts";

/** Lines longer than this are hard to read. */
export const MAX_COLUMNS = 100;

/** @param columns The terminal's width. */
export async function renderHelp(found: FoundCommand, columns: number): Promise<string> {
  const width = Math.min(columns, MAX_COLUMNS);
  const { command, entry } = found;
  const manual = await manualOf(command);
  if (entry?.topic === true) return wrap(manual.long ?? "", width).join("\n") + "\n";
  const sections = [
    entry === undefined ? [] : [entry.summary],
    manual.long === undefined ? [] : wrap(manual.long, width),
    section("Usage:", [`  ${usageLine(found)}`]),
    section("Aliases:", entry?.aliases === undefined ? [] : [`  ${entry.aliases.join(", ")}`]),
    section("Examples:", examples(manual.examples ?? [], width)),
    isGroup(command) ? section("Available Commands:", commandTable(command.subcommands, false, width)) : [],
    ...flagSections(found, width),
    isGroup(command) ? section("Additional help topics:", commandTable(command.subcommands, true, width)) : [],
    isGroup(command) ? [`Use "${found.path} [command] --help" for more about a command.`] : [],
  ];
  return sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n") + "\n").join("\n");
}

async function manualOf(command: Command | CommandGroup): Promise<Manual> {
  return typeof command.manual === "function" ? await command.manual() : command.manual ?? {};
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function usageLine({ command, path }: FoundCommand): string {
  if (isGroup(command)) return `${path} [command]`;
  return `${path.slice(0, path.lastIndexOf(" "))} ${command.usage}`;
}

function examples(list: readonly Example[], width: number): string[] {
  return list.flatMap(({ text, line }, index) => [
    ...(index > 0 ? [""] : []),
    ...wrap(text, width - 4).map((part) => `  # ${part}`),
    `  ${line}`,
  ]);
}

function commandTable(subcommands: Subcommands, topics: boolean, width: number): string[] {
  const listed = Object.entries(subcommands).filter(([, entry]) =>
    entry.hidden !== true && (entry.topic === true) === topics
  );
  return table(listed.map(([name, entry]) => [name, entry.summary]), width);
}

function flagSections({ command, entry }: FoundCommand, width: number): string[][] {
  const own = isGroup(command) ? {} : command.flags;
  const top = entry === undefined;
  return [
    section("Flags:", flagTable({ ...own, help: HELP_FLAG, ...(top ? ROOT_FLAGS : {}) }, width)),
    top ? [] : section("Global Flags:", flagTable(GLOBAL_FLAGS, width)),
  ];
}

function flagTable(flags: Flags, width: number): string[] {
  const shown = Object.entries(flags).filter(([, flag]) => flag.deprecated === undefined);
  const rows = shown.sort(([a], [b]) => compareTexts(a, b)).map(([name, flag]): [string, string] => [
    `${flag.short === undefined ? "   " : `-${flag.short},`} --${name}${valueName(flag)}`,
    flag.help + defaultNote(flag),
  ]);
  return table(rows, width);
}

function valueName(flag: Flag): string {
  if (flag.type === "bool") return "";
  const repeated = flag.type === "array" ? "..." : "";
  return ` ${flag.valueName ?? (flag.type === "slice" ? "LIST" : "TEXT")}${repeated}`;
}

function defaultNote(flag: Flag): string {
  if (flag.type === "bool") return flag.default === true ? " (default true)" : "";
  return flag.type === "string" && flag.default !== undefined ? ` (default "${flag.default}")` : "";
}
