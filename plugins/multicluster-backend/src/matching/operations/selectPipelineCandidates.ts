import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { jsonText } from '../../util/jsonText';
import { parseJson } from '../../util/parseJson';
import { PipelineTools } from '../pipelineToolsOf';
import { DeployedFor, gitPlace, PipelineCandidate } from '../rules';
import { plainPath } from '../rules/plainPath';

/** A pipeline as matching sees it, with its row. */
export interface PipelineCandidateRow extends PipelineCandidate {
  pipelineId: number;
}

interface Row {
  id: number;
  source: string;
  key: string;
  name: string;
  labels: string | null;
  repository: string | null;
}

/**
 * Pipelines as the rules look at them, ordered by id, in two statements.
 *
 * @param narrow - adds conditions on `p`
 */
export async function selectPipelineCandidates(
  knex: Knex,
  tools: PipelineTools,
  narrow: (query: Knex.QueryBuilder) => void,
): Promise<PipelineCandidateRow[]> {
  const query = knex('inventory_pipeline as p')
    .join('inventory_source as s', 's.id', 'p.source_id')
    .orderBy('p.id')
    .select(
      'p.id',
      's.name as source',
      'p.key',
      'p.name',
      knex.raw('? as labels', [jsonText(knex, 'p.fact', 'labels')]),
      knex.raw('? as repository', [jsonText(knex, 'p.fact', 'repository')]),
    );
  narrow(query);
  const rows: Row[] = await query;
  const deployed = await selectDeployed(
    knex,
    tools.marks,
    rows.map(row => row.key),
  );
  return rows.map(row => {
    const { annotations, mark } = tools.of(row.source);
    const place = placeOf(row.repository);
    return {
      pipelineId: row.id,
      source: row.source,
      key: row.key,
      name: row.name,
      labels: parseJson<Record<string, string>>(row.labels, {}),
      ...(place && { place }),
      ...(annotations && { annotations }),
      deployed: deployed.get(`${mark} ${row.key}`) ?? [],
    };
  });
}

/** Entities whose workloads carry a mark, by mark and its value. */
async function selectDeployed(
  knex: Knex,
  marks: readonly string[],
  keys: string[],
): Promise<Map<string, DeployedFor[]>> {
  const found = new Map<string, DeployedFor[]>();
  if (marks.length === 0 || keys.length === 0) {
    return found;
  }
  const rows = await knex('inventory_workload_mark as k')
    .join('entity_match as m', 'm.workload_id', 'k.workload_id')
    .join('inventory_workload as w', 'w.id', 'k.workload_id')
    .where(inList(knex, 'k.annotation', marks, 'text'))
    .where(inList(knex, 'k.value', keys, 'text'))
    .orderBy(['w.namespace', 'w.name', 'w.kind', 'm.entity_ref'])
    .select(
      'k.annotation',
      'k.value',
      'm.entity_ref',
      'm.confirmed',
      'w.kind',
      'w.namespace',
      'w.name',
    );
  for (const row of rows) {
    const key = `${row.annotation} ${row.value}`;
    const list = found.get(key) ?? [];
    list.push({
      entityRef: row.entity_ref,
      confirmed: Boolean(row.confirmed),
      workload: `${row.kind} ${row.namespace}/${row.name}`,
    });
    found.set(key, list);
  }
  return found;
}

function placeOf(text: string | null): PipelineCandidate['place'] {
  const repository = parseJson<
    { remote: string; branch?: string; path?: string } | undefined
  >(text, undefined);
  const place = repository && gitPlace(repository.remote);
  return (
    place && {
      remote: place.remote,
      path: plainPath(repository.path ?? ''),
      ...(repository.branch && { branch: repository.branch }),
    }
  );
}
