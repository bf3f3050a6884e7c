import {
  FilterTerm,
  WorkloadList,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { Paging } from '../../service/FleetService';
import { inList } from '../../inventory/sql/inList';
import { SourceRegistry } from '../../service/SourceRegistry';
import { ViewBody } from '../../service/ViewBody';
import { ClusterRow } from '../clusters/ClusterRow';
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
import { namedClusters } from './namedClusters';
import { selectEntityOwners } from './selectEntityOwners';
import { selectFewWorkloads } from './selectFewWorkloads';
import { toWorkloadRow } from './toWorkloadRow';
import { workloadQuery } from './workloadQuery';
import { WorkloadCounter, WorkloadCounts } from './WorkloadCounter';
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
  request: ListRequest,
): Promise<ViewBody<WorkloadList>> {
  const terms = readFilter(request.filter);
  const [health, clusters, few] = await Promise.all([
    options.health.read(),
    options.book.clusters(),
    selectFewWorkloads(options.knex, request.entityRefs, terms),
  ]);
  const list = () => narrowedQuery(options, request, terms, clusters, few);
  const page = await selectPage(options.knex, list, request, few);
  const { records, nextCursor } = page;
  const [targets, owners, counts] = await Promise.all([
    selectTargets(options.knex, query =>
      query.where(
        inList(
          options.knex,
          't.placement_id',
          records.flatMap(record => record.placement?.id ?? []),
          'integer',
        ),
      ),
    ).then(groupByPlacement),
    selectEntityOwners(
      options.knex,
      records.map(record => record.id),
    ),
    countList(options, request, { list, clusters, few, page }),
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

type ListRequest = Paging & { filter?: string; entityRefs?: string[] };

function narrowedQuery(
  options: WorkloadListOptions,
  { entityRefs }: ListRequest,
  terms: FilterTerm[],
  clusters: ClusterRow[],
  few: number[] | undefined,
): Knex.QueryBuilder {
  const { knex, environments } = options;
  const query = workloadQuery(knex, entityRefs);
  if (few) {
    query.where(inList(knex, 'w.id', few, 'integer'));
  }
  compileFilter(knex, query, terms, {
    clustersNamed: value => namedClusters(clusters, value, 'name'),
    clustersInRegion: value => namedClusters(clusters, value, 'region'),
    clustersInEnvironment: value =>
      environmentClusters(clusters, environments, value),
  });
  return query;
}

/** What is on one page is counted as it is; of what is not, the total may lag a little. */
async function countList(
  options: WorkloadListOptions,
  request: ListRequest,
  found: {
    list: () => Knex.QueryBuilder;
    clusters: ClusterRow[];
    few?: number[];
    page: { records: WorkloadRecord[]; nextCursor?: string };
  },
): Promise<WorkloadCounts> {
  const { counter, knex } = options;
  const { list, clusters, few, page } = found;
  if (few) {
    return counter.countFew(list(), clusters);
  }
  if (!request.cursor && !page.nextCursor) {
    const ids = page.records.map(record => record.id);
    return counter.countFew(
      workloadQuery(knex).where(inList(knex, 'w.id', ids, 'integer')),
      clusters,
    );
  }
  return counter.count(
    JSON.stringify([request.filter ?? '', request.entityRefs ?? null]),
    list,
    clusters,
  );
}

async function selectPage(
  knex: Knex,
  list: () => Knex.QueryBuilder,
  request: Paging,
  few: number[] | undefined,
) {
  const limit = request.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(request.cursor, 3);
  const records: WorkloadRecord[] = [];
  for await (const window of few ? [{ after }] : windows(knex, after)) {
    const query = list();
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
