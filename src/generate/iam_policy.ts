/** Generates the ServiceAccount of an `IAMPolicyGenerator`: a Kubernetes account that acts as one of Google Cloud. */

import { fail } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { Resource } from "../model/resource.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { Mapping, Node } from "../yaml/tree/node.ts";
import { parseDocument } from "../yaml/read/parse.ts";

export interface IamPolicyArgs {
  /** The only provider is `gke`. */
  cloud: string;
  kubernetesService: { name: string; namespace: string };
  serviceAccount: { name: string; projectId: string };
  node?: Node;
}

export function generateIamPolicy(args: IamPolicyArgs): Resource {
  const { cloud, kubernetesService, serviceAccount } = args;
  if (cloud !== "gke") {
    fail("invalid-value", `the cloud provider '${cloud}' is not supported`, { ...atPlace(args.node), hint: "use gke" });
  }
  // kustomize inserts the settings into YAML text without quotes, so that `123` becomes a number and `%d` a syntax
  // error.
  const { name, namespace } = kubernetesService;
  const text = `apiVersion: v1
kind: ServiceAccount
metadata:
  annotations:
    iam.gke.io/gcp-service-account: ${serviceAccount.name}@${serviceAccount.projectId}.iam.gserviceaccount.com
  name: ${name}
${namespace === "" ? "" : `\n  namespace: ${namespace}`}`;
  // The text begins as a mapping, so it is either a mapping or invalid YAML.
  const node = parseDocument(new Source("the ServiceAccount of an IAMPolicyGenerator", text)) as Mapping;
  return new Resource(node);
}
