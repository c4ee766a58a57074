/** `kust build --strict`: findings are errors of the build. */

import type { FileSystem } from "../load/file_system.ts";
import type { BuildResult } from "../pipeline/build.ts";
import type { BuildOptions } from "../pipeline/context/options.ts";
import { isWithin } from "../text/paths.ts";
import type { Finding } from "./gather/finding.ts";
import { isIgnored } from "./ignore.ts";
import { Linter } from "./linter.ts";
import { withPlaces } from "./locate.ts";
import { type Settings, settingsFor, withSettings } from "./settings.ts";

/**
 * Builds as `build` does, but errors and warnings of `lint` are errors of the build, which then returns no resources.
 * Ignores notes, findings that `.kust.yaml` or a comment silences, and those in components that may be correct for
 * other users of the component.
 */
export async function strictBuild(
  fileSystem: FileSystem,
  path: string,
  options: BuildOptions = {},
): Promise<BuildResult> {
  const linter = new Linter(fileSystem, options);
  const result = await linter.lint(path);
  if (result.errors.length > 0) return result;
  const settings = settingsOf(path, fileSystem);
  const components = linter.components();
  const findings = await withPlaces(linter.findings(), fileSystem, options);
  const errors = withSettings(findings, settings, fileSystem).filter((finding) =>
    finding.level !== "note" && !isIgnored(finding) && !isOfComponent(finding, components)
  );
  return errors.length === 0 ? result : { ...result, resources: [], errors };
}

/** Remote kustomizations have no settings here. */
function settingsOf(path: string, fileSystem: FileSystem): Settings {
  return settingsFor(fileSystem.stat(path)?.isDirectory === true ? path : ".", fileSystem);
}

function isOfComponent({ place, dependsOnUse }: Finding, components: readonly string[]): boolean {
  const name = dependsOnUse && place?.source.name;
  return typeof name === "string" && components.some((folder) => isWithin(name, folder));
}
