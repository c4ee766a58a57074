/** Common parts of the commands that add to a generator or change one. */

import { fail } from "../../../diagnostics/diagnostic.ts";
import { checkGenerator } from "../../../edit/changes/check_generator.ts";
import type { SecretArgs } from "../../../edit/fields.ts";
import type { GeneratorField } from "../../../edit/changes/generators.ts";
import { fileKeyAndPath } from "../../../generate/key_values.ts";
import type { Host } from "../../../host/host.ts";
import { Loader } from "../../../load/loader.ts";
import { isHttpUrl, type RemoteSources } from "../../../load/remote/remote.ts";
import type { EditSite } from "../edit_file.ts";

/** The one argument. */
export function generatorName(args: string[]): string {
  const [name] = args;
  if (name === undefined || args.length > 1) fail("missing-argument", "name must be specified once");
  return name;
}

/** Throws `KustError` if the generator does not work, so that the file is not changed. */
export async function tryGenerator(
  site: EditSite,
  field: GeneratorField,
  generator: SecretArgs,
  host: Host,
): Promise<void> {
  const sources = (generator.files ?? []).map((value) => fileKeyAndPath({ value })[1]);
  const urls = [...sources, ...generator.envs ?? []].filter(isHttpUrl);
  const remote = urls.length === 0 ? undefined : await remoteSources(host);
  const loader = await Loader.open(site.fs, ".", { remote });
  for (const url of urls) await loader.fetch(url, undefined);
  checkGenerator(field, generator, loader);
}

async function remoteSources(host: Host): Promise<RemoteSources> {
  const { GitAndHttpSources } = await import("../../../load/remote/sources.ts");
  return new GitAndHttpSources(host);
}
