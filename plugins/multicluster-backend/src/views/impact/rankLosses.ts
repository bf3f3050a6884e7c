import { Knex } from 'knex';
import { yieldToOthers } from '../../util/yieldToOthers';
import { Loss, selectLosses } from './selectLosses';
import { SEVERITIES, severityOf } from './severityOf';

const PART = 2000;

/** Everything that losing a cluster takes, worst first, then by what is lost. */
export async function rankLosses(
  knex: Knex,
  clusterId: number,
): Promise<Loss[]> {
  const losses: Loss[] = [];
  let after = -1;
  for (;;) {
    const upTo = await endOfPart(knex, clusterId, after);
    losses.push(
      ...(await selectLosses(knex, {
        clusterId,
        afterPlacementId: after,
        limit: PART,
      })),
    );
    if (upTo === undefined) {
      break;
    }
    after = upTo;
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
  clusterId: number,
  after: number,
): Promise<number | undefined> {
  const row = await knex('inventory_target')
    .where('cluster_id', clusterId)
    .where('placement_id', '>', after)
    .orderBy('placement_id')
    .offset(PART - 1)
    .first('placement_id');
  return row?.placement_id;
}
