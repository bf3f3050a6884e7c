import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { testDatabases } from '../../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../../inventory/sql/applyMigrations';
import { approvalWorld } from '../../__testUtils__/approvalWorld';
import { IncidentBook } from './IncidentBook';

jest.setTimeout(60_000);

const databases = testDatabases();
const lane = { source: 'west', policyKey: 'PropagationPolicy/shop/cart' };
const other = { source: 'west', policyKey: 'PropagationPolicy/shop/cart-2' };
const slipped = (cluster: string) => ({
  cluster,
  sentence: sentence('lane.incident.slipped', { cluster }),
  digest: 'abc',
});

describe.each(databases.eachSupportedId())('IncidentBook on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  it('begins one for a cluster however many replicas see it, and ends it with a trail of both', async () => {
    const { store } = approvalWorld(knex);
    const book = IncidentBook.create(store);
    const begun = await Promise.all(
      [1, 2, 3].map(() => book.begin(lane, slipped('m1'))),
    );
    expect(begun.filter(Boolean)).toHaveLength(1);
    await book.begin(other, slipped('m1'));
    const [incident, ...more] = await book.open(lane);
    expect([incident.cluster, more]).toEqual(['m1', []]);

    await book.end(lane, incident);
    await book.end(lane, incident);
    expect(await book.open(lane)).toEqual([]);
    expect(await book.open(other)).toHaveLength(1);
    const trail = await knex('approval_audit').orderBy('seq');
    expect(trail.map(({ action }) => action)).toEqual([
      'incident.opened',
      'incident.opened',
      'incident.closed',
    ]);

    // What comes back is another one.
    expect(await book.begin(lane, slipped('m1'))).toBeDefined();
  });
});
