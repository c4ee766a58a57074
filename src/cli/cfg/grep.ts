import { fail } from "../../diagnostics/diagnostic.ts";
import { grepFilter } from "../../packages/filters/grep.ts";
import { type Item, runFilters } from "../../packages/pipeline.ts";
import { writeInParts } from "../../packages/write_stream.ts";
import { defineCommand } from "../command.ts";
import { readStdinPackage } from "../named_package.ts";
import { writeParts } from "../output/write_parts.ts";
import { asDocuments, checkArguments, RECURSE_FLAG, showPackages, withoutLastSeparator } from "./packages.ts";

export const command = defineCommand({
  usage: "grep QUERY [DIR] [flags]",
  manual: {
    long:
      "Prints the resources in the .yaml and .yml files of DIR, or of standard input, that have a field with a given value.\n\n" +
      "QUERY is the path of the field, an operator, and the value: for =, a regular expression; for <, <=, > and >=, " +
      "a quantity. [field=value] in the path selects elements of a list, and a backslash before a dot makes it part of a " +
      "name or value.",
    examples: [
      { text: "Deployments", line: 'kust cfg grep "kind=Deployment" my-dir' },
      { text: "By the number of replicas", line: 'kust cfg grep "spec.replicas>3" my-dir' },
      {
        text: "By a container's image, as a tree",
        line: 'kust cfg grep "spec.template.spec.containers[name=nginx].image=nginx:1\\.27" my-dir | kust cfg tree -',
      },
    ],
  },
  flags: {
    annotate: { type: "bool", default: true, help: "keep annotations with the file of each resource" },
    "invert-match": { type: "bool", help: "print the resources that do not match" },
    "recurse-subpackages": RECURSE_FLAG,
  },
  run: async ({ args, flags, compat }, host) => {
    checkArguments(args, 2);
    const [query, path] = args;
    if (query === undefined) {
      fail("missing-argument", "the QUERY is missing", { hint: 'kust cfg grep "kind=Service" DIR' });
    }
    const filter = grepFilter(query, {
      inverts: flags["invert-match"],
      intoTexts: compat.has("replacements-in-texts"),
    });
    const grep = async (items: Item[]) => {
      const found = await runFilters(items, [filter]);
      return found === undefined ? [] : writeInParts(found, { keepsAnnotations: flags.annotate });
    };
    writeParts(
      path === undefined ? await grep(readStdinPackage(host)) : withoutLastSeparator(
        await showPackages(path, flags["recurse-subpackages"], {
          show: async (items) => asDocuments(await grep(items)),
          complain: (words) => `${words}\n`,
        }, host),
      ),
      host,
    );
    return 0;
  },
});
