import { Knex } from 'knex';
import { inList } from '../inventory/sql/inList';
import { latestRun } from '../views/pipelines/latestRun';
import { entityView, RUNS_VIEW, runView } from './viewNames';

/** What changed that pages of runs show. */
export interface ChangedRuns {
  pipelineIds: number[];
  runIds: number[];
  workloadIds: number[];
}

/**
 * Names of the views that show any of these runs and pipelines. The page of a run also shows its chain, what stands before it,
 * and what became of what it deployed.
 */
export async function viewsOfRuns(
  knex: Knex,
  { pipelineIds, runIds, workloadIds }: ChangedRuns,
): Promise<string[]> {
  const [entities, runs, deployed] = await Promise.all([
    pipelineIds.length > 0
      ? knex('pipeline_match')
          .where(inList(knex, 'pipeline_id', pipelineIds, 'integer'))
          .distinct()
          .pluck('entity_ref')
      : [],
    pipelineIds.length + runIds.length > 0
      ? selectShowing(knex, pipelineIds, runIds)
      : [],
    workloadIds.length > 0 ? selectDeploying(knex, workloadIds) : [],
  ]);
  return [
    ...(pipelineIds.length + runIds.length > 0 ? [RUNS_VIEW] : []),
    ...entities.map(entityView),
    ...[...new Set([...runs, ...deployed])].map(runView),
  ];
}

/** The runs themselves, those of their chains, and those of the pipelines that are not over. */
async function selectShowing(
  knex: Knex,
  pipelineIds: number[],
  runIds: number[],
): Promise<string[]> {
  const [own, chained] = await Promise.all([
    knex('inventory_run')
      .where(inList(knex, 'id', runIds, 'integer'))
      .orWhere(underWay =>
        underWay
          .where(inList(knex, 'pipeline_id', pipelineIds, 'integer'))
          .where('active', true),
      )
      .pluck('hash'),
    knex('inventory_run as c')
      .join('inventory_run as r', join =>
        join.on('r.source_id', 'c.source_id').on('r.chain_id', 'c.chain_id'),
      )
      .where(inList(knex, 'c.id', runIds, 'integer'))
      .whereNotNull('c.chain_id')
      .distinct()
      .pluck('r.hash'),
  ]);
  return [...own, ...chained];
}

/** The runs that pipelines are shown with which deployed these workloads. */
function selectDeploying(knex: Knex, workloadIds: number[]): Promise<string[]> {
  return (
    knex('inventory_workload_mark as k')
      // By way of the few sources, because pipelines are found by source and key.
      .crossJoin(knex.raw('inventory_source as s'))
      .join('inventory_pipeline as p', join =>
        join.on('p.source_id', 's.id').on('p.key', 'k.value'),
      )
      .joinRaw('join inventory_run as r on r.id = ?', [latestRun(knex)])
      .where(inList(knex, 'k.workload_id', workloadIds, 'integer'))
      .distinct()
      .pluck('r.hash')
  );
}
