import {
  DerivedRun,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { parseJson } from '../util/parseJson';

/** What a delivery tool must be told to read the log of a run. */
export interface RunTarget {
  source: string;
  run: RunFact;
  derived: Pick<DerivedRun, 'status' | 'stages'>;
}

/** Reads {@link RunTarget} by the id of a run; undefined when nobody knows it, or what is stored cannot be read. */
export async function selectRunTarget(
  knex: Knex,
  runId: string,
): Promise<RunTarget | undefined> {
  const row = await knex('inventory_run as r')
    .join('inventory_source as s', 's.id', 'r.source_id')
    .where('r.hash', runId)
    .first('s.name as source', 'r.fact', 'r.derived');
  const run = parseJson<RunFact | undefined>(row?.fact, undefined);
  const derived = parseJson<DerivedRun | undefined>(row?.derived, undefined);
  return run && derived && { source: row.source, run, derived };
}
