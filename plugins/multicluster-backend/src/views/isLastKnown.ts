import { Knex } from 'knex';
import { inList } from '../inventory/sql/inList';
import { Untrusted } from './untrustedOf';

/**
 * The condition that any target of a placement `p` is only last known. It is looked at target by target: told to look for
 * clusters, a PostgreSQL without statistics reads every target of theirs for every placement.
 */
export function isLastKnown(
  knex: Knex,
  { clusterIds, laneIds }: Untrusted,
): Knex.Raw {
  const targets = knex('inventory_target as l')
    .select(knex.raw('1'))
    .whereRaw('l.placement_id = p.id');
  if (clusterIds.length + laneIds.length === 0) {
    return knex.raw('1 = 0');
  }
  const here = inList(knex, 'l.cluster_id', clusterIds, 'integer');
  return laneIds.length === 0
    ? knex.raw('exists ?', [targets.whereRaw('+?', [here])])
    : knex.raw('exists ?', [
        targets.where(any =>
          any
            .where(inList(knex, 'p.lane_id', laneIds, 'integer'))
            .orWhereRaw('+?', [here]),
        ),
      ]);
}
