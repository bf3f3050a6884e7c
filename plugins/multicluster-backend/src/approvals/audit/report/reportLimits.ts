import {
  sentence,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';

/**
 * What a report cannot know.
 *
 * @param period - `cutAt`: requests that were opened before this moment were not all looked at
 */
export async function reportLimits(
  knex: Knex,
  period: { from: number; cutAt?: number },
  keptMs: number,
): Promise<Sentence[]> {
  const [troubled, kept] = await Promise.all([
    knex('inventory_lane as l')
      .join('inventory_source as s', 's.id', 'l.source_id')
      .whereNotNull('l.problem')
      .where('l.retired', false)
      .groupBy('s.name')
      .orderBy('s.name')
      .select('s.name')
      .min('l.problem_since as since'),
    Date.now() - keptMs,
  ]);
  return [
    ...(period.from < kept
      ? [sentence('audit.limit.kept', { since: new Date(kept) })]
      : []),
    ...(period.cutAt === undefined
      ? []
      : [sentence('audit.limit.cut', { since: new Date(period.cutAt) })]),
    ...troubled.map(row =>
      sentence('audit.limit.unread', {
        source: row.name,
        since: new Date(Number(row.since ?? 0)),
      }),
    ),
    sentence('audit.limit.gone'),
    sentence('audit.limit.content'),
    sentence('audit.limit.observed'),
  ];
}
