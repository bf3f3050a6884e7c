import { Knex } from 'knex';
import { requireEngine } from './requireEngine';

const database = (client: string) =>
  ({ client: { config: { client } } } as Knex);

describe('requireEngine', () => {
  it.each(['pg', 'better-sqlite3', 'sqlite3'])('takes %s', client => {
    expect(() => requireEngine(database(client))).not.toThrow();
  });

  it('names what is needed when it is something else', () => {
    expect(() => requireEngine(database('mysql2'))).toThrow(
      'backend.database.client: the multicluster plugin needs pg or better-sqlite3, not mysql2',
    );
  });
});
