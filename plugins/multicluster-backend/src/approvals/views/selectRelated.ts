import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { RequestRecord } from '../model/RequestRecord';
import { compact } from '../store/compact';
import { selectRequestEntities } from '../store/selectRequestEntities';
import { ApprovalCondition } from './ApprovalCondition';
import { foldKeyOf } from './foldKeyOf';
import { narrowToApprovals } from './narrowToApprovals';

type Related = ApprovalItem['related'];
type Matter = Pick<
  RequestRecord,
  'id' | 'kind' | 'changeKey' | 'environment' | 'entities'
>;

interface Found {
  id: string;
  kind: Matter['kind'];
  title: string;
  environment: string | null;
  change_key: string;
}

/**
 * Of each run the open lanes that are one matter with it, and the other way round, as far as they may be seen. Found by the keys of
 * their changes: joined with each other, everything that is open would be read for each of them.
 */
export async function selectRelated(
  knex: Knex,
  requests: readonly Matter[],
  only: ApprovalCondition,
): Promise<(request: Matter) => Related> {
  const keys = new Set(requests.flatMap(({ changeKey }) => changeKey ?? []));
  if (keys.size === 0) {
    return () => [];
  }
  const query = knex('approval_request as r')
    .where(inList(knex, 'r.change_key', keys, 'text'))
    .whereNull('r.closed_at');
  const rows: Found[] = await narrowToApprovals(knex, query, only)
    .orderBy(['r.kind', 'r.created_at', 'r.id'])
    .select('r.change_key', 'r.id', 'r.kind', 'r.title', 'r.environment');
  // Of a commit of many services most are nothing to each other.
  const lanes = new Set(rows.filter(isLane).map(row => row.change_key));
  const runs = new Set(
    rows.filter(row => !isLane(row)).map(row => row.change_key),
  );
  const both = rows.filter(
    ({ change_key: key }) => lanes.has(key) && runs.has(key),
  );
  if (both.length === 0) {
    return () => [];
  }
  const entitiesOf = await selectRequestEntities(
    knex,
    both.map(({ id }) => id),
  );
  const byMatter = new Map<string | undefined, Found[]>();
  for (const row of both) {
    const key = matterOf({
      changeKey: row.change_key,
      environment: row.environment ?? undefined,
      entities: entitiesOf(row.id),
    });
    byMatter.set(key, [...(byMatter.get(key) ?? []), row]);
  }
  return request =>
    (request.changeKey ? byMatter.get(matterOf(request)) ?? [] : [])
      .filter(row => isLane(row) !== isLane(request))
      .map(({ id, kind, title, environment }) =>
        compact({ id, kind, title, environment: environment ?? undefined }),
      );
}

function isLane({ kind }: Pick<Matter, 'kind'>): boolean {
  return kind === 'lane';
}

function matterOf({
  changeKey,
  environment,
  entities,
}: Pick<Matter, 'changeKey' | 'environment' | 'entities'>) {
  return foldKeyOf({
    changeKey,
    environment,
    entityRefs: entities
      .filter(({ confirmed }) => confirmed)
      .map(({ entityRef }) => entityRef),
  });
}
