/** The steps of a build by name, for whoever wants to know how long each takes (`--profile`). */

export interface Phases {
  /** Phases may lie in each other; time counts for the innermost. */
  enter(name: string): void;
  leave(): void;
}

/** Does `work` as the phase of that name, up to where its promise is settled if it gives one. */
export function inPhase<T>(phases: Phases | undefined, name: string, work: () => T): T {
  if (phases === undefined) return work();
  phases.enter(name);
  let waits = false;
  try {
    const result = work();
    if (!(result instanceof Promise)) return result;
    waits = true;
    return result.finally(() => phases.leave()) as T;
  } finally {
    if (!waits) phases.leave();
  }
}
