import {
  FilterTerm,
  FilterValue,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { jsonText } from '../../util/jsonText';
import { parseJson } from '../../util/parseJson';
import { Environments } from '../platform/Environments';
import { valuePattern } from '../workloads/valuePattern';

/**
 * Finds the pipelines that deliver to an environment. Which they are is for the rules of the configuration to say, so every
 * pipeline is looked at; nothing is read when a filter names no environment.
 */
export async function selectPipelinesIn(
  knex: Knex,
  environments: Environments,
  terms: FilterTerm[],
): Promise<(value: FilterValue) => number[]> {
  if (!terms.some(term => term.field === 'environment')) {
    return () => [];
  }
  const rows = await knex('inventory_pipeline as p')
    .join('inventory_source as s', 's.id', 'p.source_id')
    .select(
      'p.id',
      'p.name',
      's.name as source',
      knex.raw('? as labels', [jsonText(knex, 'p.fact', 'labels')]),
    );
  const named = rows.flatMap(row => {
    const environment = environments.ofPipeline({
      source: row.source,
      name: row.name,
      labels: parseJson<Record<string, string>>(row.labels, {}),
    });
    return environment ? [{ id: Number(row.id), environment }] : [];
  });
  return value => {
    const pattern = valuePattern(value);
    return named
      .filter(({ environment }) => pattern.test(environment))
      .map(({ id }) => id);
  };
}
