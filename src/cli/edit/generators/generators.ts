/** `edit set` and `edit remove` of ConfigMap and Secret generators. */

import { fail } from "../../../diagnostics/diagnostic.ts";
import { type GeneratorField, removeGenerators, setInGenerator } from "../../../edit/changes/generators.ts";
import { defineCommand } from "../../command.ts";
import { EDIT_FLAGS, editFile, editSite } from "../edit_file.ts";
import { generatorName, tryGenerator } from "./try_generator.ts";

export const setConfigMap = setCommand("configMapGenerator", "configmap");
export const setSecret = setCommand("secretGenerator", "secret");
export const removeConfigMap = removeCommand("configMapGenerator", "configmap");
export const removeSecret = removeCommand("secretGenerator", "secret");

function setCommand(field: GeneratorField, noun: string) {
  return defineCommand({
    usage: `${noun} NAME`,
    manual: {
      long: `Changes literal values of an entry of \`${field}\`, or its namespace. Without --namespace, the ` +
        "entry must have no namespace, or `default`.",
      examples: [
        { text: "A new value", line: `kust edit set ${noun} my-name --from-literal=key1=2` },
        { text: "Another namespace", line: `kust edit set ${noun} my-name --namespace=old --new-namespace=new` },
      ],
    },
    flags: {
      ...EDIT_FLAGS,
      "from-literal": { type: "array", valueName: "KEY=VALUE", help: "an existing key and its new value" },
      namespace: { type: "string", help: "the entry's namespace" },
      "new-namespace": { type: "string", help: "the entry's new namespace" },
    },
    completeArgs: "none",
    run: ({ args, flags, compat }, host) => {
      const name = generatorName(args);
      const changes = { literals: flags["from-literal"], namespace: flags["new-namespace"] };
      if (changes.literals.length === 0 && changes.namespace === "") {
        fail("missing-flag", "at least one of [--from-literal, --new-namespace] must be specified");
      }
      const site = editSite(flags, host, compat);
      return editFile(site, host, async (file) => {
        const generator = setInGenerator(file, field, { name, namespace: flags.namespace }, changes);
        await tryGenerator(site, field, generator, host);
      });
    },
  });
}

function removeCommand(field: GeneratorField, noun: string) {
  return defineCommand({
    usage: `${noun} NAME[,NAME...]`,
    manual: {
      long:
        `Removes entries of \`${field}\`, by default those without a namespace. Of several names, missing ones are ` +
        "ignored.",
      examples: [{ text: "Remove two", line: `kust edit remove ${noun} my-name,other-name --namespace=test` }],
    },
    flags: { ...EDIT_FLAGS, namespace: { type: "string", help: "the entry's namespace" } },
    completeArgs: "none",
    run: ({ args, flags, compat }, host) => {
      const [list] = args;
      if (list === undefined) fail("missing-argument", `at least one ${noun} name must be specified`);
      if (args.length > 1) {
        fail("too-many-arguments", `too many arguments: ${args.join(" ")}`, {
          hint: "separate names with commas, without spaces",
        });
      }
      return editFile(
        editSite(flags, host, compat),
        host,
        (file) => removeGenerators(file, field, list.split(","), flags.namespace),
      );
    },
  });
}
