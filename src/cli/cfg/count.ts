import { metaOf } from "../../packages/annotations.ts";
import type { Item } from "../../packages/pipeline.ts";
import { compareCodePoints } from "../../text/compare.ts";
import { defineCommand } from "../command.ts";
import { readStdinPackage } from "../named_package.ts";
import { writeParts } from "../output/write_parts.ts";
import { checkArguments, RECURSE_FLAG, showPackages } from "./packages.ts";

export const command = defineCommand({
  usage: "count [DIR] [flags]",
  manual: {
    long: "Counts the resources in the .yaml and .yml files of DIR, or of standard input.",
    examples: [
      { text: "By kind", line: "kust cfg count my-dir" },
      { text: "All of a build", line: "kust build my-dir | kust cfg count --kind=false" },
    ],
  },
  flags: {
    kind: { type: "bool", default: true, help: "count by kind" },
    "recurse-subpackages": RECURSE_FLAG,
  },
  run: async ({ args, flags }, host) => {
    checkArguments(args, 1);
    const [path] = args;
    const count = flags.kind ? countByKind : (items: readonly Item[]) => `${items.length}\n`;
    const parts = path === undefined
      ? [count(readStdinPackage(host))]
      : await showPackages(path, flags["recurse-subpackages"], {
        show: (items, name) => [`${name}/\n${count(items)}`],
        complain: (words, name) => `${name}/\n${words}\n`,
      }, host);
    writeParts(parts, host);
    return 0;
  },
});

function countByKind(items: readonly Item[]): string {
  const counts = new Map<string, number>();
  for (const { root } of items) {
    const { kind } = metaOf(root);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => compareCodePoints(a, b)).map(([kind, count]) => `${kind}: ${count}\n`).join("");
}
