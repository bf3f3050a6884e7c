import { Knex } from 'knex';

/**
 * Whether everything that a source tells of its runs was read to its end, so that a run that is not stored is one that the source
 * does not have. Until then it may only have been emptied here: without a source or a lane, or with one that has no checkpoint yet,
 * nobody knows.
 */
export async function isReadWhole(
  knex: Knex,
  source: string,
): Promise<boolean> {
  const lanes: Array<{ checkpoint: string | null }> = await knex(
    'inventory_lane as l',
  )
    .join('inventory_source as s', 's.id', 'l.source_id')
    .where({ 's.name': source, 'l.facet': 'runs', 'l.retired': false })
    .select('l.checkpoint');
  return (
    lanes.length > 0 && lanes.every(({ checkpoint }) => checkpoint !== null)
  );
}
