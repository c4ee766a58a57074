/** The ServiceAccount that `IAMPolicyGenerator` makes: one of Kubernetes that acts as one of Google Cloud. */

import { fail } from "../diagnostics/diagnostic.ts";
import { type IsClusterScoped, Resource } from "../model/resource.ts";
import { atPlace, type Node, Scalar, stringScalar } from "../yaml/node.ts";
import { mappingOf } from "./mapping_of.ts";

export interface IamPolicyArgs {
  /** The one provider there is: `gke`. */
  cloud: string;
  kubernetesService: { name: string; namespace: string };
  serviceAccount: { name: string; projectId: string };
  node?: Node;
}

export function generateIamPolicy(args: IamPolicyArgs, isClusterScoped: IsClusterScoped): Resource {
  const { cloud, kubernetesService, serviceAccount } = args;
  if (cloud !== "gke") {
    fail("unknown-cloud", `the cloud provider '${cloud}' is not supported`, { ...atPlace(args.node), hint: "use gke" });
  }
  const account = `${serviceAccount.name}@${serviceAccount.projectId}.iam.gserviceaccount.com`;
  // kustomize puts name and namespace into YAML text without quotes, so `123` is a number in what it makes.
  const metadata = mappingOf({
    annotations: mappingOf({ "iam.gke.io/gcp-service-account": new Scalar(account) }),
    name: new Scalar(kubernetesService.name),
    ...(kubernetesService.namespace === "" ? {} : { namespace: new Scalar(kubernetesService.namespace) }),
  });
  const node = mappingOf({ apiVersion: stringScalar("v1"), kind: stringScalar("ServiceAccount"), metadata });
  return new Resource(node, isClusterScoped);
}
