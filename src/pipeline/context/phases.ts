/** The phases of a build by name, to measure how long each takes (`--profile`). */

/** Receives the phases of a build. */
export interface Phases {
  /** Called when a phase starts: `read`, `parse`, `patches`. Phases may be nested; time counts for the innermost. */
  enter(name: string): void;
  /** Called when the innermost phase ends. */
  leave(): void;
}

/** Runs `work` as the phase `name`, which ends when a promise that it returns is settled. */
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
