/**
 * The two YAML engines of kustomize: `v3` reads resources and patches; `v2` reads kustomization files, prints, and
 * treats `yes`, `no`, `on`, `off`, `y` and `n` as booleans.
 */
export type Dialect = "v2" | "v3";
