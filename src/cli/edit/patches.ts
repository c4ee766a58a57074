/** `edit add patch` and `edit remove patch`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Patch, Selector } from "../../edit/fields.ts";
import { addPatch, removePatch } from "../../edit/changes/patches.ts";
import type { Compat } from "../../compat/compat.ts";
import type { Host } from "../../host/host.ts";
import { defineCommand } from "../command.ts";
import type { Flags, FlagValues } from "../flags/flags.ts";
import { EDIT_FLAGS_WITHOUT_PATH, editFile, type EditSite, editSite } from "./edit_file.ts";

const PATCH_FLAGS = {
  ...EDIT_FLAGS_WITHOUT_PATH,
  path: { type: "string", valueName: "FILE", help: "the patch file; not together with --patch" },
  patch: { type: "string", help: "the patch itself; not together with --path" },
  group: { type: "string", help: "API group in patch target" },
  version: { type: "string", help: "API version in patch target" },
  kind: { type: "string", help: "resource kind in patch target" },
  name: { type: "string", help: "resource name in patch target" },
  namespace: { type: "string", help: "resource namespace in patch target" },
  "annotation-selector": { type: "string", help: "annotationSelector in patch target" },
  "label-selector": { type: "string", help: "labelSelector in patch target" },
} as const satisfies Flags;

export const addCommand = defineCommand({
  usage: "patch (--path FILE | --patch TEXT) [TARGET FLAGS]",
  manual: {
    long:
      "Adds an entry to `patches`: a strategic merge patch or a JSON patch, in a file or inline, for one resource or many.",
    examples: [
      { text: "Patch every Deployment", line: "kust edit add patch --path patch.yaml --group apps --kind Deployment" },
    ],
  },
  flags: PATCH_FLAGS,
  completeArgs: "none",
  run: ({ flags, compat }, host) => {
    checkOneTarget(flags);
    if (flags.patch === "" && flags.path === "") fail("missing-flag", "must provide either patch or path");
    return editFile(siteOf(flags, host, compat), host, (file) => addPatch(file, patchOf(flags)));
  },
});

export const removeCommand = defineCommand({
  usage: "patch (--path FILE | --patch TEXT) [TARGET FLAGS]",
  manual: {
    long: "Removes entries of `patches`. The flags must match the whole entry.",
    examples: [
      { text: "Remove a patch", line: "kust edit remove patch --path patch.yaml --group apps --kind Deployment" },
    ],
  },
  flags: PATCH_FLAGS,
  completeArgs: "none",
  run: ({ flags, compat }, host) => {
    checkOneTarget(flags);
    return editFile(siteOf(flags, host, compat), host, (file) => removePatch(file, patchOf(flags)));
  },
});

type PatchFlagValues = FlagValues<typeof PATCH_FLAGS>;

/** In these commands `--path` is the patch's. */
function siteOf(flags: PatchFlagValues, host: Host, compat: Compat): EditSite {
  return editSite({ ...flags, path: "" }, host, compat);
}

function checkOneTarget(flags: PatchFlagValues): void {
  if (flags.patch !== "" && flags.path !== "") fail("flag-conflict", "patch and path can't be set at the same time");
}

function patchOf(flags: PatchFlagValues): Patch {
  const { path, patch, group, version, kind, name, namespace } = flags;
  const target: Selector = {
    ...{ group, version, kind, name, namespace },
    annotationSelector: flags["annotation-selector"],
    labelSelector: flags["label-selector"],
  };
  const targetsAll = Object.values(target).every((part) => part === "");
  return targetsAll ? { path, patch } : { path, patch, target };
}
