import {
  EntityWorkload,
  sentence,
  Sentence,
  WorkloadDetail,
  WorkloadMatch,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { ViewBody } from '../../service/ViewBody';
import { parseJson } from '../../util/parseJson';
import { coverageOfClusters } from '../coverageOf';
import { selectTargets } from '../rows/selectTargets';
import {
  toWorkloadRecord,
  WorkloadColumns,
  workloadColumns,
} from '../rows/workloadColumns';
import { explainUnplaced } from '../topology/explainUnplaced';
import { toEntityWorkload } from '../topology/toEntityWorkload';
import { chainOf } from './chainOf';
import { WorkloadListOptions } from './listWorkloads';
import { selectHistory } from './selectHistory';

/** A workload with its chain and history; undefined when nobody knows it. */
export async function readWorkloadDetail(
  options: WorkloadListOptions,
  id: string,
): Promise<ViewBody<WorkloadDetail> | undefined> {
  const { knex } = options;
  const rows: WorkloadColumns[] = await knex('inventory_workload as w')
    .join('inventory_source as s', 's.id', 'w.source_id')
    .leftJoin('inventory_placement as p', 'p.workload_id', 'w.id')
    .where('w.hash', id)
    .orderBy([{ column: 'p.dependency' }, { column: 'p.id' }])
    .limit(1)
    .select(...workloadColumns(knex));
  if (rows.length === 0) {
    return undefined;
  }
  const record = toWorkloadRecord(rows[0]);
  const placementId = record.placement?.id;
  const health = await options.health.read();
  const [targets, history, matches, unplaced] = await Promise.all([
    placementId === undefined
      ? []
      : selectTargets(knex, query =>
          query.where('t.placement_id', placementId),
        ),
    placementId === undefined ? [] : selectHistory(knex, placementId),
    selectMatches(knex, record.id),
    explainUnplaced(knex, options.sources, [record], health),
  ]);
  const [first, ...others] = matches;
  const workload: EntityWorkload = toEntityWorkload(record, targets, {
    lanes: health.lanes,
    environments: options.environments,
    match: toMatch(first, others),
    unplaced: unplaced.get(record.id),
  });
  const coverage = coverageOfClusters(
    targets.map(target => target.cluster),
    [
      record.laneId,
      record.placement?.laneId,
      ...targets.map(target => target.cluster.laneId),
    ].filter((laneId): laneId is number => laneId !== undefined),
    health,
  );
  return {
    ...(coverage.oldest && { observedAt: coverage.oldest }),
    coverage,
    workload,
    entityRefs: matches.map(match => match.entityRef),
    chain: chainOf(workload),
    history,
  };
}

interface MatchRow {
  entityRef: string;
  rule: WorkloadMatch['rule'];
  confirmed: boolean;
  reason: Sentence;
}

async function selectMatches(
  knex: Knex,
  workloadId: number,
): Promise<MatchRow[]> {
  const rows = await knex('entity_match')
    .where({ workload_id: workloadId })
    .orderBy([{ column: 'confirmed', order: 'desc' }, { column: 'entity_ref' }])
    .select('entity_ref', 'rule', 'confirmed', 'reason');
  return rows.map(row => ({
    entityRef: row.entity_ref,
    rule: row.rule,
    confirmed: Boolean(row.confirmed),
    reason: parseJson<Sentence>(row.reason, sentence('match.nobody')),
  }));
}

function toMatch(
  first: MatchRow | undefined,
  others: MatchRow[],
): WorkloadMatch {
  return {
    rule: first?.rule ?? 'kubernetes-id',
    confirmed: first?.confirmed ?? false,
    reason: first?.reason ?? sentence('match.nobody'),
    ...(others.length > 0 && {
      alsoClaimedBy: {
        entityRefs: others.map(other => other.entityRef),
        hidden: 0,
      },
    }),
  };
}
