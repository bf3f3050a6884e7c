import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { RequestRecord } from '../model/RequestRecord';
import { Row } from './Row';

/** Whose requests are, by the id of the request; ordered by ref. */
export async function selectRequestEntities(
  knex: Knex,
  ids: readonly string[],
): Promise<(id: string) => RequestRecord['entities']> {
  const rows: Row[] = await knex('approval_entity')
    .where(inList(knex, 'request_id', ids, 'text'))
    .orderBy('entity_ref');
  const found = new Map<string, RequestRecord['entities']>();
  for (const { request_id: id, entity_ref: ref, confirmed } of rows) {
    const entity = { entityRef: String(ref), confirmed: Boolean(confirmed) };
    const others = found.get(String(id)) ?? [];
    found.set(String(id), [...others, entity]);
  }
  return id => found.get(id) ?? [];
}
