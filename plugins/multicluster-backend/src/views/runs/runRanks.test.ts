import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { openRunsWorld } from '../../__testUtils__/runsWorld';
import { shopWorld } from '../../__testUtils__/shopWorld';

const databases = testDatabases();
const cancelled = { status: 'cancelled' as const };

describe.each(databases.eachSupportedId())('runRanks on %s', id => {
  it('puts a cancelled run that ended ill before what is well, until the next run of its pipeline', async () => {
    const knex = await databases.init(id);
    const { runs } = await openRunsWorld(knex, shopWorld, {
      pipelines: [{ key: 'a' }, { key: 'b' }, { key: 'c' }, { key: 'd' }],
      runs: [
        {
          key: 'a-1',
          pipelineKey: 'a',
          derived: { ...cancelled, detail: 'rollback-failed' },
        },
        { key: 'b-1', pipelineKey: 'b', derived: cancelled },
        {
          key: 'c-1',
          pipelineKey: 'c',
          derived: { ...cancelled, detail: 'timed-out' },
        },
        { key: 'c-2', pipelineKey: 'c' },
        { key: 'd-1', pipelineKey: 'd' },
      ],
    });
    const { items } = await runs.list({});
    expect(items[0].id).toBe('a-1');
    expect(items.map(item => item.id).slice(1)).toEqual([
      'd-1',
      'c-2',
      'c-1',
      'b-1',
    ]);
  });
});
