/**
 * kustomize's messages for the errors that `edit fix` most often runs into after its changes. They go to standard
 * output, which scripts may compare; all other errors have messages of kust's own.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { EditedFile } from "../../edit/edited_file.ts";
import { encodeEntry } from "../../edit/fields.ts";
import { joinPath } from "../../text/paths.ts";
import { print } from "../../yaml/write/print.ts";

/** @param root Absolute path of the kustomization's folder. */
export function kustomizeMessage({ code, message, id }: Diagnostic, file: EditedFile, root: string): string {
  if (code === "not-found") return messageOfMissingPatch(message, file, root) ?? message;
  switch (id && code) {
    case "no-source":
      return `nothing selected by ${id}`;
    case "no-match":
      return `no resource matches strategic merge patch "${id}": no matches for Id ${id}; ` +
        `failed to find unique target for patch ${id}`;
    default:
      return message;
  }
}

function messageOfMissingPatch(message: string, { fields, codec }: EditedFile, root: string): string | undefined {
  const patch = fields.patches?.find(({ path }) => path && message.startsWith(`'${path}'`));
  if (patch?.path === undefined) return undefined;
  const absolute = joinPath(root, patch.path);
  return `trouble configuring builtin PatchTransformer with config: \`\n${
    print(encodeEntry(codec, "patches", patch))
  }\`: ` +
    `failed to get the patch file from path(${patch.path}): ` +
    `evalsymlink failure on '${absolute}' : lstat ${absolute}: no such file or directory`;
}
