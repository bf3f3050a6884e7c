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
import { Environments } from '../platform/Environments';
import { readFilter } from '../readFilter';
import { selectTargets } from '../rows/selectTargets';
import { WorkloadRecord } from '../rows/WorkloadRecord';
import { groupByPlacement } from '../topology/selectEntityTargets';
import { UnplacedBook } from '../unplaced/UnplacedBook';
import { unreadPlacements } from '../unplaced/unreadPlacements';
import { untrustedOf } from '../untrustedOf';
import { compileFilter } from './compileFilter';
import { environmentClusters } from './environmentClusters';
import { coverageOfWorkloads } from './coverageOfWorkloads';
import { narrowToEntities } from './narrowToEntities';
import { EntityScope, selectEntityScope } from './selectEntityScope';
import { targetsInScope } from './targetsInScope';
import { namedClusters } from './namedClusters';
import { selectEntityOwners } from './selectEntityOwners';
import { FEW, selectFewWorkloads } from './selectFewWorkloads';
import { selectFound } from './selectFound';
import { RankedPage, selectRankedPage } from './selectRankedPage';
import { Sight } from './Sight';
import { toWorkloadRow } from './toWorkloadRow';
import { workloadQuery } from './workloadQuery';
import { WorkloadCounter, WorkloadCounts } from './WorkloadCounter';

/** What a list of workloads is read with. */
export interface WorkloadListOptions {
  knex: Knex;
  book: FleetBook;
  counter: WorkloadCounter;
  environments: Environments;
  health: FleetHealthReader;
  sources: SourceRegistry;
  unplaced: UnplacedBook;
}

type ListRequest = Paging & { filter?: string; entityRefs?: string[] };

/** A list before a page is cut from it. */
interface List {
  terms: FilterTerm[];
  clusters: ClusterRow[];
  few?: number[];
  scope?: EntityScope;
  sight: Sight;
}

/** A page of workloads, worst first. */
export async function listWorkloads(
  options: WorkloadListOptions,
  request: ListRequest,
): Promise<ViewBody<WorkloadList>> {
  const { knex, sources, unplaced } = options;
  const { entityRefs } = request;
  const terms = readFilter(request.filter);
  const [health, clusters, scope] = await Promise.all([
    options.health.read(),
    options.book.clusters(),
    entityRefs && selectEntityScope(knex, entityRefs),
  ]);
  const sight = {
    untrusted: untrustedOf(clusters, health, sources),
    unread: unreadPlacements(health, sources),
  };
  const few = await selectFewWorkloads(knex, entityRefs, terms, {
    untrusted: sight.untrusted,
    unplaced,
  });
  const whole: List = { terms, clusters, few, scope, sight };
  const found = {
    ...whole,
    few: few ?? (await selectFiltered(options, whole)),
  };
  const list = () => narrowedQuery(options, found);
  const page = await selectRankedPage(
    { knex, list, few: found.few, sight, unplaced },
    request,
  );
  const [{ targets, entities }, counts] = await Promise.all([
    selectAround(knex, page.records),
    countList(options, request, { ...found, list, page }),
  ]);
  const coverage = coverageOfWorkloads(counts, health);
  return {
    ...(coverage.oldest && { observedAt: coverage.oldest }),
    coverage,
    items: page.records.map(record => {
      const refs = entities(record);
      return toWorkloadRow(
        record,
        targetsInScope(targets(record), refs, scope),
        { lanes: health.lanes, entityRefs: refs, unread: sight.unread },
      );
    }),
    total: counts.total,
    ...(page.nextCursor && { nextCursor: page.nextCursor }),
  };
}

/** What a list without a filter finds is everything: that need not be tried. */
async function selectFiltered(
  options: WorkloadListOptions,
  whole: List,
): Promise<number[] | undefined> {
  return whole.terms.length > 0 || whole.scope
    ? selectFound(options.knex, () => narrowedQuery(options, whole), FEW)
    : undefined;
}

/** What is shown beside the records of a page. */
async function selectAround(knex: Knex, records: WorkloadRecord[]) {
  const placementIds = records.flatMap(record => record.placement?.id ?? []);
  const [targets, owners] = await Promise.all([
    selectTargets(knex, query =>
      query.where(inList(knex, 't.placement_id', placementIds, 'integer')),
    ).then(groupByPlacement),
    selectEntityOwners(
      knex,
      records.map(record => record.id),
    ),
  ]);
  return {
    targets: ({ placement }: WorkloadRecord) =>
      targets.get(placement?.id ?? -1) ?? [],
    entities: ({ id }: WorkloadRecord) =>
      (owners.get(id) ?? []).map(item => item.entityRef),
  };
}

function narrowedQuery(
  { knex, environments }: WorkloadListOptions,
  { terms, clusters, few, scope, sight }: List,
): Knex.QueryBuilder {
  const query = workloadQuery(knex);
  if (scope) {
    narrowToEntities(knex, query, scope);
  }
  if (few) {
    query.where(inList(knex, 'w.id', few, 'integer'));
  }
  compileFilter(knex, query, terms, {
    sight,
    clustersNamed: value => namedClusters(clusters, value, 'name'),
    clustersInRegion: value => namedClusters(clusters, value, 'region'),
    clustersInEnvironment: value =>
      environmentClusters(clusters, environments, value),
  });
  return query;
}

/** What is on one page is counted as it is; of what is not, the total may lag a little. */
async function countList(
  { counter, knex }: WorkloadListOptions,
  request: ListRequest,
  found: List & { list: () => Knex.QueryBuilder; page: RankedPage },
): Promise<WorkloadCounts> {
  const { list, few, page, sight } = found;
  if (few) {
    return counter.countFew(list(), sight.untrusted);
  }
  if (!request.cursor && !page.nextCursor) {
    const ids = page.records.map(record => record.id);
    return counter.countFew(
      workloadQuery(knex).where(inList(knex, 'w.id', ids, 'integer')),
      sight.untrusted,
    );
  }
  return counter.count(
    JSON.stringify([request.filter ?? '', request.entityRefs ?? null, sight]),
    list,
    sight.untrusted,
  );
}
