import { Knex } from 'knex';
import { parseJson } from '../../util/parseJson';
import { AUDIT_ERASED } from './AUDIT_ERASED';

/** Numbers of entries of which the trail says that their payloads were erased. */
export async function selectErased(knex: Knex): Promise<Set<number>> {
  const rows = await knex('approval_audit as a')
    .join('approval_audit_payload as p', 'p.seq', 'a.seq')
    .where('a.action', AUDIT_ERASED)
    .select('p.payload');
  return new Set(
    rows.flatMap(
      row => parseJson<{ seqs?: number[] }>(row.payload, {}).seqs ?? [],
    ),
  );
}
