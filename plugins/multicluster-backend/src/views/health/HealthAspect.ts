import { KnownSource } from '../../service/KnownSource';

/** What is asked about: where things run, what delivery tools do, or both. */
export type HealthAspect = 'fleet' | 'runs' | 'all';

/** Whether a source has a say in it. One that cannot be used may have held anything. */
export function isPartOf(source: KnownSource, aspect: HealthAspect): boolean {
  return (
    aspect === 'all' ||
    source.broken !== undefined ||
    (aspect === 'runs' ? Boolean(source.runs) : !source.runsOnly)
  );
}
