import { testDatabases } from '../../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../../inventory/sql/applyMigrations';
import { selectVersionChanges } from './selectVersionChanges';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('selectVersionChanges on %s', id => {
  it('finds versions behind whatever else changed under them since', async () => {
    const knex = await databases.init(id);
    await applyMigrations({}, knex);
    const row = (placementId: number, field: string, to: string) => ({
      source_id: 1,
      subject_type: 'placement',
      subject_id: placementId,
      subject: 'gondor',
      field,
      to_value: to,
      at: 1,
    });
    await knex('inventory_transition').insert([
      row(7, 'version', 'v1'),
      row(7, 'state', 'healthy'),
      row(8, 'version', 'v2'),
    ]);
    const contents = Array.from({ length: 310 }, (_, index) =>
      row(7, 'content', `digest-${index}`),
    );
    await knex.batchInsert('inventory_transition', contents, 50);

    expect(await selectVersionChanges(knex, [7, 8])).toEqual([
      { placementId: 8, cluster: 'gondor', to: 'v2', at: 1 },
      { placementId: 7, cluster: 'gondor', to: 'v1', at: 1 },
    ]);
  });
});
