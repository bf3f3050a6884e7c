import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { Row } from '../store/Row';
import { PullEntry } from './PullEntry';

/** By id of its request, what the stages that ask were told, in one statement; in none where there are no requests. */
export async function selectPullEntries(
  knex: Knex,
  requestIds: readonly string[],
): Promise<Map<string, PullEntry>> {
  if (requestIds.length === 0) {
    return new Map();
  }
  const rows: Row[] = await knex('approval_pull').where(
    inList(knex, 'request_id', requestIds, 'text'),
  );
  return new Map(rows.map(row => [String(row.request_id), entryOf(row)]));
}

function entryOf(row: Row): PullEntry {
  return {
    stageId: String(row.stage_id),
    askedAt: Number(row.asked_at),
    ...(row.answer !== null && {
      answer: row.answer as PullEntry['answer'],
      answeredAt: Number(row.answered_at),
    }),
  };
}
