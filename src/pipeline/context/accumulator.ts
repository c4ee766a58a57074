/** What one kustomization has gathered so far: resources, field specs and vars. */

import { mergeTransformerConfigs } from "../../kustomization/config/merge_configs.ts";
import { EMPTY_TRANSFORMER_CONFIG, type TransformerConfig } from "../../kustomization/config/transformer_config.ts";
import type { Var } from "../../kustomization/types.ts";
import { ResourceSet } from "../../model/resource_set.ts";
import type { Scopes } from "../../schema/schema.ts";
import type { VarSet } from "../../transform/vars/vars.ts";

export class Accumulator {
  readonly set: ResourceSet;
  /** Absent until a kustomization has vars: few have, and their code is loaded then. */
  vars: VarSet | undefined;
  config: TransformerConfig = EMPTY_TRANSFORMER_CONFIG;

  constructor(scopes: Scopes) {
    this.set = new ResourceSet(scopes);
  }

  /** Adds all that a base or component has gathered; fails where an id or a var's name is there already. */
  absorb(other: Accumulator): void {
    this.set.appendAll(other.set.resources);
    this.mergeConfig(other.config);
    if (this.vars === undefined) this.vars = other.vars;
    else if (other.vars !== undefined) this.vars.merge(other.vars);
  }

  mergeConfig(config: TransformerConfig): void {
    this.config = mergeTransformerConfigs(this.config, config);
  }

  /**
   * Ends the work of a component. kustomize moves everything to a new accumulator then: ids are compared anew, and of field specs
   * that are for one field those go which select what an earlier one is for, although they select more.
   */
  settle(): void {
    this.set.checkIds();
    this.config = mergeTransformerConfigs(EMPTY_TRANSFORMER_CONFIG, this.config);
  }

  /** Takes the vars of a kustomization, and notes which resource each reads from. */
  async addVars(vars: readonly Var[]): Promise<void> {
    if (vars.length === 0) return;
    const { VarSet } = await import("../../transform/vars/vars.ts");
    this.vars ??= new VarSet();
    this.vars.add(vars, this.set);
  }
}
