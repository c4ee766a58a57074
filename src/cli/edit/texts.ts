/** `edit set` and `edit remove` of the string fields. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { defineCommand } from "../command.ts";
import { EDIT_FLAGS, editFile, editSite } from "./edit_file.ts";

type TextField = "namePrefix" | "nameSuffix" | "namespace";

export const setNamePrefix = setCommand("namePrefix", "prefix", "acme-");
export const setNameSuffix = setCommand("nameSuffix", "suffix", "-- -acme");
export const setNamespace = setCommand("namespace", "namespace", "staging");

export const removeNamePrefix = removeCommand("namePrefix");
export const removeNameSuffix = removeCommand("nameSuffix");
export const removeNamespace = removeCommand("namespace");

function setCommand(field: TextField, noun: string, example: string) {
  const name = field.toLowerCase();
  return defineCommand({
    usage: `${name} ${noun.toUpperCase()}`,
    manual: {
      long: `Sets the field \`${field}\`.` +
        (field === "nameSuffix" ? " Put a value that starts with a dash after `--`." : ""),
      examples: [{ text: `Set the ${noun}`, line: `kust edit set ${name} ${example}` }],
    },
    flags: EDIT_FLAGS,
    completeArgs: "none",
    run: ({ args, flags, compat }, host) => {
      const [value] = args;
      if (value === undefined || args.length > 1) fail("missing-argument", `must specify exactly one ${noun} value`);
      return editFile(editSite(flags, host, compat), host, (file) => {
        file.fields[field] = value;
      });
    },
  });
}

function removeCommand(field: TextField) {
  const name = field.toLowerCase();
  return defineCommand({
    usage: name,
    manual: {
      long: `Removes the field \`${field}\`.`,
      examples: [{ text: "Remove it", line: `kust edit remove ${name}` }],
    },
    flags: EDIT_FLAGS,
    completeArgs: "none",
    run: ({ args, flags, compat }, host) => {
      if (args.length > 0) fail("too-many-arguments", `${name} takes no argument`);
      return editFile(editSite(flags, host, compat), host, (file) => {
        file.fields[field] = undefined;
      });
    },
  });
}
