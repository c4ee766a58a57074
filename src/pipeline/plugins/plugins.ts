/** Makes generators and transformers from the objects that configure them. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { generateIamPolicy, type IamPolicyArgs } from "../../generate/iam_policy.ts";
import { configMapArgs, helmChart, helmGlobals, secretArgs } from "../../kustomization/generator_fields.ts";
import { LENIENT, LENIENT_EXACT, ObjectReader, type ReaderMode } from "../../kustomization/object_reader.ts";
import { readFields } from "../../kustomization/read_fields.ts";
import type { GeneratorArgs } from "../../kustomization/types.ts";
import type { Resource } from "../../model/resource.ts";
import { TRANSFORMERS } from "../../transform/registry.ts";
import { atPlace } from "../../yaml/tree/node.ts";
import { configureContext } from "./configure_context.ts";
import { loadExternalPlugin } from "./external_plugin.ts";
import { configureHelmChart } from "./helm.ts";
import { makeConfigMap, makeSecret } from "./make_data.ts";
import type { Generate, Target } from "../context/target.ts";
import type { Transform } from "../../transform/transform.ts";

const GENERATORS: Readonly<Record<string, (target: Target, config: Resource) => Generate>> = {
  ConfigMapGenerator: (target, config) => {
    const args = named(readFields(readerOf(config, LENIENT_EXACT), configMapArgs), config);
    return async () => [await makeConfigMap(target, args)];
  },
  SecretGenerator: (target, config) => {
    const args = named(readFields(readerOf(config, LENIENT_EXACT), secretArgs), config);
    return async () => [await makeSecret(target, args)];
  },
  IAMPolicyGenerator: (target, config) => {
    const args = decodeIamPolicyArgs(readerOf(config, LENIENT_EXACT));
    return () => Promise.resolve([generateIamPolicy(args, target.build.isClusterScoped)]);
  },
  HelmChartInflationGenerator: (target, config) => {
    const reader = readerOf(config, LENIENT);
    return configureHelmChart(target, readFields(reader, helmChart), readFields(reader, helmGlobals));
  },
};

/** The generator that `config` asks for. */
export function configureGenerator(target: Target, config: Resource): Generate {
  if (!isBuiltIn(config)) {
    const plugin = loadExternalPlugin(target, config);
    return () => plugin.generate();
  }
  const configure = GENERATORS[config.kind] ?? failOnKind(config, "generator", GENERATORS, TRANSFORMERS);
  return configure(target, config);
}

/** The transformer that `config` asks for. */
export function configureTransformer(target: Target, config: Resource): Transform {
  if (!isBuiltIn(config)) {
    const plugin = loadExternalPlugin(target, config);
    return (set) => plugin.transform(set);
  }
  const configure = TRANSFORMERS[config.kind] ?? failOnKind(config, "transformer", TRANSFORMERS, GENERATORS);
  return configure(readerOf(config, LENIENT), configureContext(target));
}

function isBuiltIn({ gvk }: Resource): boolean {
  return gvk.group === "" && gvk.version === "builtin";
}

function readerOf(config: Resource, mode: ReaderMode): ObjectReader {
  return new ObjectReader(config.node, config.kind, mode);
}

/** Name and namespace of the object count where the settings have none. */
function named<Args extends GeneratorArgs>(args: Args, config: Resource): Args {
  return { ...args, name: args.name || config.name, namespace: args.namespace || config.namespace };
}

function decodeIamPolicyArgs(object: ObjectReader): IamPolicyArgs {
  const service = object.object("kubernetesService", (service) => {
    return { name: service.text("name"), namespace: service.text("namespace") };
  });
  const account = object.object("serviceAccount", (account) => {
    return { name: account.text("name"), projectId: account.text("projectId") };
  });
  return {
    cloud: object.text("cloud"),
    kubernetesService: service ?? { name: "", namespace: "" },
    serviceAccount: account ?? { name: "", projectId: "" },
    node: object.node,
  };
}

function failOnKind(config: Resource, wanted: string, known: object, others: object): never {
  const { kind } = config;
  if (kind in others) fail("wrong-kind", `the plugin ${kind} is no ${wanted}`, atPlace(config.node.get("kind")));
  const near = nearest(kind, Object.keys(known));
  fail("unknown-plugin", `there is no built-in ${wanted} ${kind}`, {
    ...atPlace(config.node.get("kind")),
    hint: near === undefined ? `there are ${Object.keys(known).join(", ")}` : `did you mean '${near}'?`,
  });
}
