/** Changes of fields that a cluster refuses to change, so that the resource must be deleted and created again. */

import type { Effect, FieldChange, ResourceChange } from "../report.ts";
import { allChanges, textAt, touches } from "./field_at.ts";

interface Immutable {
  kinds: readonly string[];
  fields: readonly string[];
  /** Exceptions: fields within these that can be changed. */
  except?: readonly string[];
}

/** From the validation of updates in Kubernetes' API server. */
const IMMUTABLE: readonly Immutable[] = [
  { kinds: ["Deployment", "DaemonSet", "ReplicaSet"], fields: ["/spec/selector"] },
  {
    kinds: ["StatefulSet"],
    fields: ["/spec"],
    except: [
      "/spec/replicas",
      "/spec/ordinals",
      "/spec/template",
      "/spec/updateStrategy",
      "/spec/revisionHistoryLimit",
      "/spec/persistentVolumeClaimRetentionPolicy",
      "/spec/minReadySeconds",
    ],
  },
  { kinds: ["Job"], fields: ["/spec/selector", "/spec/template", "/spec/completionMode", "/spec/podFailurePolicy"] },
  {
    kinds: ["Pod"],
    fields: ["/spec"],
    except: ["/spec/activeDeadlineSeconds", "/spec/terminationGracePeriodSeconds", "/spec/tolerations"],
  },
  {
    kinds: ["PersistentVolumeClaim"],
    fields: ["/spec"],
    except: ["/spec/resources", "/spec/volumeAttributesClassName"],
  },
  { kinds: ["RoleBinding", "ClusterRoleBinding"], fields: ["/roleRef"] },
  {
    kinds: ["StorageClass"],
    fields: ["/provisioner", "/parameters", "/reclaimPolicy", "/volumeBindingMode"],
  },
  { kinds: ["PriorityClass"], fields: ["/value", "/preemptionPolicy"] },
  { kinds: ["IngressClass"], fields: ["/spec/controller"] },
  { kinds: ["RuntimeClass"], fields: ["/handler"] },
  { kinds: ["Secret"], fields: ["/type"] },
  {
    kinds: ["CustomResourceDefinition"],
    fields: ["/spec/group", "/spec/scope", "/spec/names/plural"],
  },
];

/** ConfigMaps and Secrets with `immutable: true`. */
const FROZEN_DATA: Immutable = {
  kinds: ["ConfigMap", "Secret"],
  fields: ["/data", "/binaryData", "/stringData", "/immutable"],
};

export function* immutableFields(change: ResourceChange): Iterable<Effect> {
  const { before, after } = change;
  // A new name means a new object.
  if (before === undefined || after === undefined || before.name !== after.name) return;
  const isFrozen = textAt(before.node, "immutable") === "true";
  const rules = (isFrozen ? [...IMMUTABLE, FROZEN_DATA] : IMMUTABLE).filter(({ kinds }) => kinds.includes(after.kind));
  for (const field of allChanges(change)) {
    if (rules.some((rule) => applies(rule, field)) || isAddressChange(field, change)) {
      yield {
        code: "immutable-field",
        message: `${field.path} cannot be changed: ${after.kind} must be deleted and created again`,
        change: field,
      };
    }
  }
}

function applies({ fields, except = [] }: Immutable, field: FieldChange): boolean {
  if (except.some((pointer) => touches(field, pointer)) || isImageOfPod(field)) return false;
  return fields.some((pointer) => touches(field, pointer));
}

function isImageOfPod({ after }: FieldChange): boolean {
  return /^\/spec\/(initC|c)ontainers\/\d+\/image$/.test(after?.pointer ?? "");
}

/**
 * A Service gets its address from the cluster: leaving the field out keeps it, and a Service without one cannot lose
 * it.
 */
function isAddressChange({ after: field }: FieldChange, { before, after }: ResourceChange): boolean {
  if (after?.kind !== "Service" || field?.pointer !== "/spec/clusterIP") return false;
  const [old, type] = [textAt(before?.node, "spec", "clusterIP"), textAt(after.node, "spec", "type")];
  return type !== "ExternalName" && (old !== "" || textAt(after.node, "spec", "clusterIP") === "None");
}
