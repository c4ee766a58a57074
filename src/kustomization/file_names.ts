/** The names of kustomization files. */

/** The names that a kustomization file may have, the usual one first. */
export const KUSTOMIZATION_FILE_NAMES: readonly string[] = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
