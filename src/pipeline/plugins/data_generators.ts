/** The generators of ConfigMaps and Secrets. */

import { generateConfigMap, generateSecret, mergeOptions } from "../../generate/config_map_and_secret.ts";
import { configMapArgs, secretArgs } from "../../kustomization/generator_fields.ts";
import { metadata } from "../../kustomization/fields.ts";
import { LENIENT, LENIENT_EXACT } from "../../kustomization/reader_mode.ts";
import { ObjectReader } from "../../kustomization/object_reader.ts";
import { readFields, readOne } from "../../kustomization/read_fields.ts";
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
      args,
    })),
};

export const secretGenerator: FieldGeneratorKind = {
  configure: (config, target) => secret(target, named(readFields(settingsOf(config), secretArgs), config)),
  fromFields: (target) =>
    target.kustomization.secretGenerator.map((args) => ({
      generate: secret(target, withOptions(target, args)),
      node: args.node,
      args,
    })),
};

function configMap({ loader }: Target, args: ConfigMapArgs): Generate {
  return () => [generateConfigMap(args, loader)];
}

function secret({ loader }: Target, args: SecretArgs): Generate {
  return () => [generateSecret(args, loader)];
}

function settingsOf(config: Resource): ObjectReader {
  return new ObjectReader(config.node, config.kind, LENIENT_EXACT);
}

/** The name and namespace of the object are the defaults for the settings. Unlike these, they may be numbers. */
function named<Args extends GeneratorArgs>(args: Args, config: Resource): Args {
  const own = readOne(new ObjectReader(config.node, config.kind, LENIENT), "metadata", metadata);
  return { ...args, name: args.name || own.name, namespace: args.namespace || own.namespace };
}

/** A generator's own options, merged with `generatorOptions`. */
function withOptions<Args extends GeneratorArgs>({ kustomization }: Target, args: Args): Args {
  const options = mergeOptions(args.options, kustomization.generatorOptions);
  return options === undefined ? args : { ...args, options };
}
