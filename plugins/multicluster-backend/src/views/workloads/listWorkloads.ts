import {
  FilterTerm,
  WorkloadList,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { Paging } from '../../service/FleetService';
import { SourceRegistry } from '../../service/SourceRegistry';
import { ViewBody } from '../../service/ViewBody';
import { ClusterRecord } from '../clusters/ClusterRecord';
import { FleetBook } from '../clusters/FleetBook';
import { FleetHealthReader } from '../health/FleetHealthReader';
import { decodeCursor, encodeCursor } from '../paging/cursor';
import { DEFAULT_LIMIT } from '../paging/pageOf';
import { Environments } from '../platform/Environments';
import { readFilter } from '../readFilter';
import { selectTargets } from '../rows/selectTargets';
import {
  toWorkloadRecord,
  WorkloadColumns,
  workloadColumns,
} from '../rows/workloadColumns';
import { WorkloadRecord } from '../rows/WorkloadRecord';
import { groupByPlacement } from '../topology/selectEntityTargets';
import { compileFilter } from './compileFilter';
import { environmentClusters } from './environmentClusters';
import { coverageOfWorkloads } from './coverageOfWorkloads';
import { selectEntityOwners } from './selectEntityOwners';
import { toWorkloadRow } from './toWorkloadRow';
import { workloadQuery } from './workloadQuery';
import { WorkloadCounter } from './WorkloadCounter';
import { narrowToWindow, windows } from './windows';

/** What a list of workloads is read with. */
export interface WorkloadListOptions {
  knex: Knex;
  book: FleetBook;
  counter: WorkloadCounter;
  environments: Environments;
  health: FleetHealthReader;
  sources: SourceRegistry;
}

/** A page of workloads, by namespace and name. */
export async function listWorkloads(
  options: WorkloadListOptions,
  request: Paging & { filter?: string; entityRefs?: string[] },
): Promise<ViewBody<WorkloadList>> {
  const terms = readFilter(request.filter);
  const [health, { clusters }] = await Promise.all([
    options.health.read(),
    options.book.read(),
  ]);
  const narrowed = () =>
    narrowedQuery(options, request.entityRefs, terms, clusters);
  const [{ records, nextCursor }, counts] = await Promise.all([
    selectPage(options.knex, narrowed, request),
    options.counter.count(
      JSON.stringify([request.filter ?? '', request.entityRefs ?? null]),
      narrowed,
      clusters,
    ),
  ]);
  const [targets, owners] = await Promise.all([
    selectTargets(options.knex, query =>
      query.whereIn(
        't.placement_id',
        records.flatMap(record => record.placement?.id ?? []),
      ),
    ).then(groupByPlacement),
    selectEntityOwners(
      options.knex,
      records.map(record => record.id),
    ),
  ]);
  const coverage = coverageOfWorkloads(counts, health);
  return {
    ...(coverage.oldest && { observedAt: coverage.oldest }),
    coverage,
    items: records.map(record =>
      toWorkloadRow(record, targets.get(record.placement?.id ?? -1) ?? [], {
        lanes: health.lanes,
        entityRefs: (owners.get(record.id) ?? []).map(item => item.entityRef),
      }),
    ),
    total: counts.total,
    ...(nextCursor && { nextCursor }),
  };
}

function narrowedQuery(
  options: WorkloadListOptions,
  entityRefs: string[] | undefined,
  terms: FilterTerm[],
  clusters: ClusterRecord[],
): Knex.QueryBuilder {
  const query = workloadQuery(options.knex, entityRefs);
  compileFilter(options.knex, query, terms, {
    clustersInEnvironment: value =>
      environmentClusters(clusters, options.environments, value),
  });
  return query;
}

async function selectPage(
  knex: Knex,
  narrowed: () => Knex.QueryBuilder,
  request: Paging,
) {
  const limit = request.limit ?? DEFAULT_LIMIT;
  const records: WorkloadRecord[] = [];
  for await (const window of windows(knex, decodeCursor(request.cursor, 3))) {
    const query = narrowed();
    narrowToWindow(query, window);
    const rows: WorkloadColumns[] = await query
      .orderBy(['w.namespace', 'w.name', 'w.id'])
      // One more than asked for tells whether there is another page.
      .limit(limit + 1 - records.length)
      .select(...workloadColumns(knex));
    records.push(...rows.map(toWorkloadRecord));
    if (records.length > limit) {
      break;
    }
  }
  const shown = records.slice(0, limit);
  const last = shown.at(-1);
  return {
    records: shown,
    ...(last &&
      records.length > limit && {
        nextCursor: encodeCursor([last.namespace, last.name, last.id]),
      }),
  };
}
