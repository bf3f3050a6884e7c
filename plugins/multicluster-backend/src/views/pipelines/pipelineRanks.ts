import { Knex } from 'knex';
import { jsonText } from '../../util/jsonText';

const TROUBLED = [
  'stuck',
  'rolling-back',
  'rolled-back',
  'rollback-failed',
  'timed-out',
  'agent-stopped',
];

/**
 * What comes first in a list of pipelines `p` with the run `r` that each is shown with and agent `a`: those that wait for
 * somebody, then those in trouble.
 */
export function pipelineRanks(knex: Knex): Knex.Raw[] {
  return [
    knex.raw(`coalesce(r.status, '') in ('waiting', 'paused')`),
    knex.raw(
      `(coalesce(r.status, '') in ('failed', 'unknown')
         or coalesce(?, '') in (${TROUBLED.map(() => '?').join(', ')})
         or coalesce(?, '') = 'out-of-sync'
         or coalesce(a.state, '') = 'offline')`,
      [
        jsonText(knex, 'r.derived', 'detail'),
        ...TROUBLED,
        jsonText(knex, 'p.fact', 'sync', 'status'),
      ],
    ),
  ];
}
