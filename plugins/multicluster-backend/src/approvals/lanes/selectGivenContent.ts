import { Knex } from 'knex';
import { Row } from '../store/Row';
import { GivenLaneContent } from './GivenLaneContent';
import { LaneRef } from './LaneRef';

/** What clusters of a lane are known to have had, newest first. */
export async function selectGivenContent(
  knex: Knex,
  { source, policyKey }: LaneRef,
): Promise<GivenLaneContent[]> {
  const rows: Row[] = await knex('approval_content')
    .where({ source, policy_key: policyKey })
    .orderBy([
      { column: 'applied_at', order: 'desc' },
      { column: 'cluster' },
      { column: 'digest' },
    ]);
  return rows.map(row => ({
    cluster: String(row.cluster),
    digest: String(row.digest),
    digestWithoutReplicas: String(row.digest_without_replicas),
    appliedAt: Number(row.applied_at),
    proven: Boolean(row.proven),
    approved: Boolean(row.approved),
    ...(row.request_id !== null && { requestId: String(row.request_id) }),
  }));
}
