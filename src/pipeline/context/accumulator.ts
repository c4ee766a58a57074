/** The resources, field specs and vars that one kustomization has accumulated so far. */

import type { Growth } from "../../diagnostics/source.ts";
import { mergeTransformerConfigs } from "../../kustomization/config/merge_configs.ts";
import { EMPTY_TRANSFORMER_CONFIG, type TransformerConfig } from "../../kustomization/config/transformer_config.ts";
import type { Var } from "../../kustomization/types.ts";
import { ResourceSet } from "../../model/resource_set.ts";
import type { Scopes } from "../../schema/schema.ts";
import type { VarSet } from "../../transform/vars/vars.ts";

export class Accumulator {
  readonly set: ResourceSet;
  /** Undefined until a kustomization has vars. Few do, so their code is loaded on demand. */
  vars: VarSet | undefined;
  config: TransformerConfig = EMPTY_TRANSFORMER_CONFIG;

  constructor(scopes: Scopes, growth: Growth) {
    this.set = new ResourceSet(scopes, growth);
  }

  /** Adds everything that a base or component has accumulated. Fails if an id or the name of a var already exists. */
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
   * Completes a component. kustomize then moves everything to a new accumulator: it compares ids again, and drops a
   * field spec that selects everything an earlier spec for the same path selects, even if it selects more.
   */
  settle(): void {
    this.set.checkIds();
    this.config = mergeTransformerConfigs(EMPTY_TRANSFORMER_CONFIG, this.config);
  }

  /** Adds the vars of a kustomization, and records the resource that each reads from. */
  async addVars(vars: readonly Var[]): Promise<void> {
    if (vars.length === 0) return;
    const { VarSet } = await import("../../transform/vars/vars.ts");
    this.vars ??= new VarSet();
    this.vars.add(vars, this.set);
  }
}
