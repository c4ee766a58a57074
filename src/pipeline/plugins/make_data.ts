/** Runs the generators of ConfigMaps and Secrets on the files of a kustomization. */

import { generateConfigMap, generateSecret } from "../../generate/config_map_and_secret.ts";
import { fileKeyAndPath } from "../../generate/key_values.ts";
import type { ConfigMapArgs, GeneratorArgs, SecretArgs, Text } from "../../kustomization/types.ts";
import type { Resource } from "../../model/resource.ts";
import { fetchHttpFiles, type Target } from "../context/target.ts";

export async function makeConfigMap(target: Target, args: ConfigMapArgs): Promise<Resource> {
  const { loader, build } = target;
  await fetchHttpFiles(loader, filesOf(args));
  return generateConfigMap(args, (path, place) => loader.bytes(path, place), build.isClusterScoped);
}

export async function makeSecret(target: Target, args: SecretArgs): Promise<Resource> {
  const { loader, build } = target;
  await fetchHttpFiles(loader, filesOf(args));
  return generateSecret(args, (path, place) => loader.bytes(path, place), build.isClusterScoped);
}

function filesOf({ envs, files }: GeneratorArgs): Text[] {
  return [...envs, ...files.map((file) => ({ ...file, value: fileKeyAndPath(file)[1] }))];
}
