/** Group, version and kind. */

/** What kind of object a resource is: `apps`, `v1`, `Deployment`. */
export interface Gvk {
  /** The API group, such as `apps`; "" for the core group. */
  readonly group: string;
  /** The version without the group: `v1`. */
  readonly version: string;
  /** The kind: `Deployment`. */
  readonly kind: string;
}

/** Splits `apps/v1` into group and version; `v1` has the group "". */
export function parseApiVersion(apiVersion: string): { group: string; version: string } {
  const slash = apiVersion.indexOf("/");
  if (slash < 0) return { group: "", version: apiVersion };
  return { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

/** `apps/v1`, or `v1` for the core group. */
export function apiVersionOf(gvk: Gvk): string {
  return gvk.group === "" ? gvk.version : `${gvk.group}/${gvk.version}`;
}

export function gvkEquals(a: Gvk, b: Gvk): boolean {
  return a.kind === b.kind && a.version === b.version && a.group === b.group;
}

/** Whether `gvk` matches every part of `selector`; an empty or absent part matches all. */
export function gvkIsSelected(gvk: Partial<Gvk>, selector: Partial<Gvk>): boolean {
  return (!selector.group || selector.group === gvk.group) &&
    (!selector.version || selector.version === gvk.version) &&
    (!selector.kind || selector.kind === gvk.kind);
}

/** `Deployment.v1.apps`, with `[noGrp]` and the like for empty parts: kustomize's text form. */
export function gvkToString(gvk: Gvk): string {
  return `${gvk.kind || "[noKind]"}.${gvk.version || "[noVer]"}.${gvk.group || "[noGrp]"}`;
}
