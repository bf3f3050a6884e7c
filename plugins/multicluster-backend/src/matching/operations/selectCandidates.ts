import { Knex } from 'knex';
import { PolicyRef } from '@fairway/backstage-plugin-multicluster-common';
import { jsonText } from '../../util/jsonText';
import { parseJson } from '../../util/parseJson';
import { MatchCandidate } from '../rules';

/** A workload as matching sees it, with its row. */
export interface CandidateRow extends MatchCandidate {
  workloadId: number;
}

interface Row {
  id: number;
  control_plane: string;
  api_group: string;
  kind: string;
  namespace: string;
  name: string;
  kubernetes_id: string | null;
  labels: string | null;
  policy: string | null;
}

/**
 * Workloads as the rules look at them, ordered by id. Only labels and policy are taken out of the facts: the rest would be
 * parsed for nothing.
 *
 * @param narrow - adds conditions on `w`
 */
export async function selectCandidates(
  knex: Knex,
  narrow: (query: Knex.QueryBuilder) => void,
): Promise<CandidateRow[]> {
  const query = knex('inventory_workload as w')
    .join('inventory_source as s', 's.id', 'w.source_id')
    .orderBy('w.id')
    .select(
      'w.id',
      's.name as control_plane',
      'w.api_group',
      'w.kind',
      'w.namespace',
      'w.name',
      'w.kubernetes_id',
      knex.raw('? as labels', [jsonText(knex, 'w.fact', 'labels')]),
      knex.raw('? as policy', [jsonText(knex, 'w.fact', 'policy')]),
    );
  narrow(query);
  return (await query).map(toCandidate);
}

function toCandidate(row: Row): CandidateRow {
  return {
    workloadId: row.id,
    controlPlane: row.control_plane,
    group: row.api_group,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    kubernetesId: row.kubernetes_id ?? undefined,
    labels: parseJson<Record<string, string>>(row.labels, {}),
    policy: parseJson<PolicyRef | undefined>(row.policy, undefined),
  };
}
