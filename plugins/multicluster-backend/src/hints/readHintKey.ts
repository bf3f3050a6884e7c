import { randomBytes } from 'node:crypto';
import { Knex } from 'knex';

const NAME = 'hint-key';

/** The key of the hints, made once per database, so that all replicas give a view the same name. */
export async function readHintKey(knex: Knex): Promise<string> {
  await knex('multicluster_setting')
    .insert({ name: NAME, value: randomBytes(32).toString('base64url') })
    .onConflict('name')
    .ignore();
  const row = await knex('multicluster_setting')
    .where({ name: NAME })
    .first('value');
  return row.value;
}
