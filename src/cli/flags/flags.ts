/**
 * Parses a command's flags like pflag, the library of kustomize's command line: `--name=value`, `--name value`,
 * `--switch`, `--switch=false`, `-n value`, `-nvalue`, `-n=value`, `-abc` for three switches; flags and arguments in
 * any order; `--` ends the flags; a lone `-` is an argument.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did_you_mean.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { parseGoBool } from "../../text/go_values.ts";
import { splitCommas } from "./comma_list.ts";
import { pushAll } from "../../text/push_all.ts";
import { ownValue } from "../../text/own_value.ts";

/**
 * The completion of a value or an argument. `kustomization`: folders with a kustomization file in or below them;
 * `command`: the names of commands; a list: its words.
 */
export type Completion = "file" | "directory" | "kustomization" | "command" | "none" | readonly string[];

interface FlagBase {
  /** The letter of the short form. */
  short?: string;
  /** Its effect, for the help. */
  help: string;
  /** The name of the value in the help: `FILE`, `NAME`. */
  valueName?: string;
  complete?: Completion;
  /**
   * Prints kustomize's warning `Flag --x has been deprecated, …` when the flag is used, and hides the flag from the
   * help.
   */
  deprecated?: string;
}

export interface BoolFlag extends FlagBase {
  type: "bool";
  /** Default: false. */
  default?: boolean;
}

export interface StringFlag extends FlagBase {
  type: "string";
  /** Default: "". */
  default?: string;
}

/** `array`: each occurrence is one element. `slice`: each occurrence is a comma-separated list, quoted as in CSV. */
export interface ListFlag extends FlagBase {
  type: "array" | "slice";
}

export type Flag = BoolFlag | StringFlag | ListFlag;

/** `--help` of every command. */
export const HELP_FLAG: Flag = { type: "bool", short: "h", help: "show this help" };

/** Flags by their long names. */
export type Flags = Readonly<Record<string, Flag>>;

/**
 * Finds a flag by name. Checks own properties only: every object has a `constructor`, but no command has such a flag.
 */
export function flagNamed(name: string, flags: Flags): Flag | undefined {
  return ownValue(flags, name);
}

/** The type of a flag's value. */
export type FlagValue<F extends Flag> = F["type"] extends "bool" ? boolean
  : F["type"] extends "string" ? string
  : F["type"] extends "array" | "slice" ? string[]
  : boolean | string | string[];

/** The value of each flag, or its default if it was not given. */
export type FlagValues<F extends Flags> = { [Name in keyof F]: FlagValue<F[Name]> };

/** The parsed words of a command. */
export interface ParsedFlags<F extends Flags = Flags> {
  values: FlagValues<F>;
  /** Names of the flags that were given. */
  given: Set<string>;
  /** The words that are not flags, in order. */
  args: string[];
  /** How many of them come before `--`; undefined if there is none. */
  argsBeforeDashes: number | undefined;
  /** Whether help is asked for. The words after `-h` or `--help` count, too: a fault there is reported instead. */
  help: boolean;
}

/**
 * @param warn Called with the deprecation warning each time a deprecated flag is used. Throws `KustError` for
 * everything that pflag rejects.
 */
export function parseFlags<F extends Flags>(flags: F, args: string[], warn: (text: string) => void): ParsedFlags<F> {
  return new FlagReader(flags, args, warn).read() as ParsedFlags<F>;
}

class FlagReader {
  readonly #flags: Flags;
  readonly #args: string[];
  readonly #warn: (text: string) => void;
  readonly #values: Map<string, boolean | string | string[]> = new Map();
  /** The values that are lists. */
  readonly #lists = new Map<string, string[]>();
  readonly #given: Set<string> = new Set();
  #help = false;
  #at = 0;

  constructor(flags: Flags, args: string[], warn: (text: string) => void) {
    this.#flags = { help: HELP_FLAG, ...flags };
    this.#args = args;
    this.#warn = warn;
    for (const [name, flag] of Object.entries(flags)) {
      const value = defaultValue(flag);
      this.#values.set(name, value);
      if (Array.isArray(value)) this.#lists.set(name, value);
    }
  }

  read(): ParsedFlags {
    const positional: string[] = [];
    let argsBeforeDashes: number | undefined;
    while (this.#at < this.#args.length) {
      const word = this.#args[this.#at++]!;
      if (word === "--") {
        argsBeforeDashes = positional.length;
        pushAll(positional, this.#args.slice(this.#at));
        break;
      }
      if (word.startsWith("--")) this.#readLong(word);
      else if (word.length > 1 && word.startsWith("-")) this.#readShort(word);
      else positional.push(word);
    }
    const values = Object.fromEntries(this.#values);
    return { values, given: this.#given, args: positional, argsBeforeDashes, help: this.#help };
  }

  /** Parses `--name`, `--name=value` or `--name value`. */
  #readLong(word: string): void {
    const equals = word.indexOf("=");
    const name = word.slice(2, equals < 0 ? undefined : equals);
    if (name === "" || name.startsWith("-")) fail("invalid-flag", `bad flag syntax: ${word}`);
    const flag = flagNamed(name, this.#flags);
    if (flag === undefined) failUnknownFlag(name, this.#flags);
    if (equals >= 0) this.#set(name, flag, word.slice(equals + 1), `--${name}`);
    else if (flag.type === "bool") this.#set(name, flag, "true", `--${name}`);
    else this.#set(name, flag, this.#nextWord(`flag needs an argument: --${name}`), `--${name}`);
  }

  /** Parses `-abc`: switches up to the first flag with a value, which is the rest of the word or the next word. */
  #readShort(word: string): void {
    for (let at = 1; at < word.length; at++) {
      const letter = word[at]!;
      const found = Object.entries(this.#flags).find(([, flag]) => flag.short === letter);
      if (found === undefined) failUnknownShorthand(letter, word, this.#flags);
      const [name, flag] = found;
      const shown = `-${letter}, --${name}`;
      const rest = word.slice(at + 1);
      if (rest.startsWith("=") && rest.length > 1) return this.#set(name, flag, rest.slice(1), shown);
      if (flag.type === "bool") this.#set(name, flag, "true", shown);
      else if (rest !== "") return this.#set(name, flag, rest, shown);
      else return this.#set(name, flag, this.#nextWord(`flag needs an argument: '${letter}' in ${word}`), shown);
    }
  }

  #nextWord(complaint: string): string {
    const word = this.#args[this.#at++];
    return word ?? fail("invalid-flag-value", complaint);
  }

  #set(name: string, flag: Flag, text: string, shown: string): void {
    if (flag === HELP_FLAG) {
      this.#help = readBool(text, shown);
      return;
    }
    switch (flag.type) {
      case "bool":
        this.#values.set(name, readBool(text, shown));
        break;
      case "string":
        this.#values.set(name, text);
        break;
      case "array":
        this.#lists.get(name)?.push(text);
        break;
      case "slice":
        pushAll(this.#lists.get(name) ?? [], splitCommas(text, shown));
    }
    if (flag.deprecated !== undefined) this.#warn(`Flag --${name} has been deprecated, ${flag.deprecated}`);
    this.#given.add(name);
  }
}

function defaultValue(flag: Flag): boolean | string | string[] {
  if (flag.type === "bool") return flag.default ?? false;
  return flag.type === "string" ? flag.default ?? "" : [];
}

function readBool(text: string, shown: string): boolean {
  const value = parseGoBool(text);
  if (value !== undefined) return value;
  fail("invalid-flag-value", `invalid argument "${text}" for "${shown}" flag: expected true or false`, {
    hint: "write true or false after the '=', or leave both out",
  });
}

function failUnknownFlag(name: string, flags: Flags): never {
  const near = nearest(name, Object.keys(flags));
  fail("unknown-flag", `unknown flag: --${name}`, { hint: didYouMean(near && `--${near}`) });
}

function failUnknownShorthand(letter: string, word: string, flags: Flags): never {
  // kubectl has these flags for the folder, which is an argument of kust's commands.
  if (word.length === 2 && (letter === "f" || letter === "k")) {
    fail("unknown-flag", `unknown shorthand flag: '${letter}' in ${word}`, {
      hint: flagNamed("kustomization", flags) === undefined
        ? `name the file or folder alone, without -${letter}`
        : "did you mean '--kustomization'?",
    });
  }
  // `-output` more likely lacks a dash than means six switches.
  const near = nearest(word.slice(1).replace(/=.*/, ""), Object.keys(flags));
  fail("unknown-flag", `unknown shorthand flag: '${letter}' in ${word}`, { hint: didYouMean(near && `--${near}`) });
}
