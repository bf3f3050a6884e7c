import { facts } from '../__testUtils__/facts';
import { openStore } from '../__testUtils__/openStore';
import { testDatabases } from '../__testUtils__/testDatabases';
import { FencedTransaction } from '../store/FencedTransaction';
import { LaneState } from './LaneState';
import { ReportStore } from './ReportStore';

jest.setTimeout(60_000);

const databases = testDatabases();

const lane: LaneState = {
  name: 'clusters',
  subject: 'Clusters',
  retired: false,
  relists: 1,
  errors: 0,
  inherited: false,
  urgent: false,
  writtenAt: -Infinity,
};

describe.each(databases.eachSupportedId())('ReportStore on %s', id => {
  async function open() {
    const knex = await databases.init(id);
    const { store, sourceId } = await openStore(knex);
    const fence = { sourceId, facet: 'fleet', owner: 'me', fence: 1 };
    const transaction = FencedTransaction.create(knex, fence);
    return { store, reports: ReportStore.create(knex, fence, transaction) };
  }

  it('stores what a source says of itself while no lane has news', async () => {
    const { reports } = await open();
    await reports.write([], { facts: [], missingRbac: 'verbs: [list]' });
    expect(await reports.notes()).toMatchObject({
      missingRbac: 'verbs: [list]',
    });
    expect(await reports.lanes()).toEqual([]);
  });

  it('and the commits of facts never wait for each other in a circle', async () => {
    const { store, reports } = await open();
    await store.checkpoint('clusters');
    const commits = async () => {
      for (let at = 0; at < 60; at += 1) {
        await store.change({
          lane: 'clusters',
          upserts: [facts.cluster('a', { message: `change ${at}` })],
          deletes: [],
          checkpoint: String(at),
        });
      }
    };
    const notes = async () => {
      for (let at = 0; at < 60; at += 1) {
        await reports.write([{ ...lane, relists: at }], {
          facts: [],
          missingRbac: String(at),
        });
      }
    };
    await Promise.all([commits(), notes()]);
    expect(await store.checkpoint('clusters')).toBe('59');
    expect(await reports.notes()).toMatchObject({ missingRbac: '59' });
  });
});
