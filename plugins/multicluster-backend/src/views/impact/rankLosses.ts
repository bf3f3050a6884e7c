import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { yieldToOthers } from '../../util/yieldToOthers';
import { windowSizer } from '../paging/windowSizer';
import { Loss, selectLosses } from './selectLosses';
import { SEVERITIES, severityOf } from './severityOf';

/** Everything that losing a cluster takes, worst first, then by what is lost. */
export async function rankLosses(
  knex: Knex,
  clusterId: number,
): Promise<Loss[]> {
  const losses: Loss[] = [];
  const sizer = windowSizer(isSqlite(knex));
  let after = -1;
  for (;;) {
    const begun = performance.now();
    const { size } = sizer;
    const upTo = await endOfPart(knex, { clusterId, after, size });
    losses.push(
      ...(await selectLosses(knex, {
        clusterId,
        afterPlacementId: after,
        limit: size,
      })),
    );
    if (upTo === undefined) {
      break;
    }
    after = upTo;
    sizer.took(performance.now() - begun);
    await yieldToOthers();
  }
  const rank = (loss: Loss) => SEVERITIES.indexOf(severityOf(loss));
  return losses.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (b.lost ?? 0) - (a.lost ?? 0) ||
      a.placementId - b.placementId,
  );
}

/** The last placement of a full part; undefined when this part is the last. */
async function endOfPart(
  knex: Knex,
  part: { clusterId: number; after: number; size: number },
): Promise<number | undefined> {
  const row = await knex('inventory_target')
    .where('cluster_id', part.clusterId)
    .where('placement_id', '>', part.after)
    .orderBy('placement_id')
    .offset(part.size - 1)
    .first('placement_id');
  return row?.placement_id;
}
