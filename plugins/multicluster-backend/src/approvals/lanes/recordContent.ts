import { Knex } from 'knex';
import { GivenLaneContent } from './GivenLaneContent';
import { LaneRef } from './LaneRef';

/**
 * Writes down what clusters of a lane have by now. The same again only moves its time: what is newest is what a cluster has. What
 * was approved stays so, as it is the same to the last byte, and keeps the request that says so: the proof of what is exempt would
 * name no approval otherwise.
 */
export async function recordContent(
  knex: Knex,
  { source, policyKey }: LaneRef,
  contents: readonly GivenLaneContent[],
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
        approved: item.approved,
        applied_at: item.appliedAt,
      })
      .onConflict(['source', 'policy_key', 'cluster', 'digest'])
      .merge({
        request_id: knex.raw(
          `CASE WHEN approval_content.approved AND NOT excluded.approved
             THEN approval_content.request_id
             ELSE COALESCE(excluded.request_id, approval_content.request_id) END`,
        ),
        proven: knex.raw('excluded.proven'),
        approved: knex.raw('approval_content.approved OR excluded.approved'),
        applied_at: knex.raw('excluded.applied_at'),
      });
  }
}
