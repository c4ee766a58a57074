/** The generator of service accounts for Google Cloud's IAM policies. */

import { generateIamPolicy, type IamPolicyArgs } from "../../generate/iam_policy.ts";
import { LENIENT_EXACT } from "../../kustomization/reader_mode.ts";
import { ObjectReader } from "../../kustomization/object_reader.ts";
import type { GeneratorKind } from "../context/generate.ts";

export const iamPolicyGenerator: GeneratorKind = {
  configure(config) {
    const args = decodeArgs(new ObjectReader(config.node, config.kind, LENIENT_EXACT));
    return () => [generateIamPolicy(args)];
  },
};

function decodeArgs(object: ObjectReader): IamPolicyArgs {
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
