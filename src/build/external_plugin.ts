/** The seam for generators and transformers that are not built in: KRM functions and programs. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { resIdToString } from "../model/res_id.ts";
import type { Target } from "./target.ts";

export interface ExternalPlugin {
  generate(): Promise<Resource[]>;
  transform(set: ResourceSet): Promise<void>;
}

/** Makes what `config` asks for. Throws `plugins-disabled` where the user did not allow it. */
export function loadExternalPlugin(_target: Target, config: Resource): ExternalPlugin {
  fail("plugins-disabled", `external plugins are disabled, and ${resIdToString(config.id)} is no built-in one`, {
    ...(config.place === undefined ? {} : { place: config.place }),
    hint: "built-in plugins have 'apiVersion: builtin'; others need --enable-alpha-plugins",
  });
}
