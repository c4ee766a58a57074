/** The generators of ConfigMaps and Secrets. */

import { generateConfigMap, generateSecret, mergeOptions } from "../../generate/config_map_and_secret.ts";
import { configMapArgs, secretArgs } from "../../kustomization/generator_fields.ts";
import { LENIENT_EXACT, ObjectReader } from "../../kustomization/object_reader.ts";
import { readFields } from "../../kustomization/read_fields.ts";
import type { ConfigMapArgs, GeneratorArgs, SecretArgs } from "../../kustomization/types.ts";
import type { Resource } from "../../model/resource.ts";
import type { FieldGeneratorKind, Generate } from "../context/generate.ts";
import type { Target } from "../context/target.ts";

export const configMapGenerator: FieldGeneratorKind = {
  configure: (config, target) => configMap(target, named(readFields(settingsOf(config), configMapArgs), config)),
  fromFields: (target) =>
    target.kustomization.configMapGenerator.map((args) => ({
      generate: configMap(target, withOptions(target, args)),
      node: args.node,
    })),
};

export const secretGenerator: FieldGeneratorKind = {
  configure: (config, target) => secret(target, named(readFields(settingsOf(config), secretArgs), config)),
  fromFields: (target) =>
    target.kustomization.secretGenerator.map((args) => ({
      generate: secret(target, withOptions(target, args)),
      node: args.node,
    })),
};

function configMap({ loader }: Target, args: ConfigMapArgs): Generate {
  return () => [generateConfigMap(args, (path, place) => loader.bytes(path, place))];
}

function secret({ loader }: Target, args: SecretArgs): Generate {
  return () => [generateSecret(args, (path, place) => loader.bytes(path, place))];
}

function settingsOf(config: Resource): ObjectReader {
  return new ObjectReader(config.node, config.kind, LENIENT_EXACT);
}

/** Name and namespace of the object count if the settings have none. */
function named<Args extends GeneratorArgs>(args: Args, config: Resource): Args {
  return { ...args, name: args.name || config.name, namespace: args.namespace || config.namespace };
}

/** One's own options with those of `generatorOptions`. */
function withOptions<Args extends GeneratorArgs>({ kustomization }: Target, args: Args): Args {
  const options = mergeOptions(args.options, kustomization.generatorOptions);
  return options === undefined ? args : { ...args, options };
}
