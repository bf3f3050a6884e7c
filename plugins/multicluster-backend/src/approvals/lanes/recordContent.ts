import { Knex } from 'knex';
import { ApprovedLaneContent } from './ApprovedLaneContent';
import { LaneRef } from './LaneRef';

/**
 * Writes down what clusters of a lane have by now. The same again only moves its time: what is newest is what a cluster has. Seen
 * again when a lane is armed it keeps the request that was about it, or the proof of what is exempt would name no approval.
 */
export async function recordContent(
  knex: Knex,
  { source, policyKey }: LaneRef,
  contents: readonly ApprovedLaneContent[],
): Promise<void> {
  for (const item of contents) {
    await knex('approval_content')
      .insert({
        source,
        policy_key: policyKey,
        cluster: item.cluster,
        digest: item.digest,
        digest_without_replicas: item.digestWithoutReplicas,
        request_id: item.requestId ?? null,
        proven: item.proven,
        applied_at: item.appliedAt,
      })
      .onConflict(['source', 'policy_key', 'cluster', 'digest'])
      .merge([
        ...(item.requestId === undefined ? [] : ['request_id']),
        'proven',
        'applied_at',
      ]);
  }
}
