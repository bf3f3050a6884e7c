import { Knex } from 'knex';
import { RequestRecord } from '../model/RequestRecord';
import { Row } from '../store/Row';

/** Requests about lanes that are open. */
export async function selectLaneRequests(
  knex: Knex,
): Promise<Array<Pick<RequestRecord, 'id' | 'gateKey' | 'state'>>> {
  const rows: Row[] = await knex('approval_request')
    .whereNull('closed_at')
    .where('kind', 'lane')
    .select('id', 'gate_key', 'state');
  return rows.map(row => ({
    id: String(row.id),
    gateKey: String(row.gate_key),
    state: row.state as RequestRecord['state'],
  }));
}
