import { GivenContent } from '../rules/exemptionOf';
import { LaneReading } from './LaneReading';

/** {@inheritDoc heldChanges} */
export interface HeldChanges {
  /** Clusters for which other content is held than they were given last, or the same that they have not any more; sorted. */
  held: string[];
  /** Clusters to which other content went than they were given last: nobody approved it. */
  slipped: string[];
}

/** How what is rendered for the clusters of a lane differs from what each was given last. */
export function heldChanges(
  { clusters }: Pick<LaneReading, 'clusters'>,
  given: readonly Pick<GivenContent, 'cluster' | 'digest' | 'appliedAt'>[],
): HeldChanges {
  const last = new Map<string, (typeof given)[number]>();
  for (const item of given) {
    const known = last.get(item.cluster);
    if (!known || known.appliedAt < item.appliedAt) {
      last.set(item.cluster, item);
    }
  }
  const differing = Object.entries(clusters)
    .filter(
      ([cluster, { digest, dispatched, absent }]) =>
        last.get(cluster)?.digest !== digest || (absent && !dispatched),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const named = (dispatched: boolean) =>
    differing
      .filter(([, item]) => item.dispatched === dispatched)
      .map(([cluster]) => cluster);
  return { held: named(false), slipped: named(true) };
}
