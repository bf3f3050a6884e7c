import { Knex } from 'knex';
import { explainReads } from '../../__testUtils__/explainReads';
import { seedOwner } from '../../__testUtils__/seedOwner';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { draftOf } from '../__testUtils__/draftOf';
import { FakeDirectory } from '../__testUtils__/FakeDirectory';
import { requestRows } from '../store/requestRows';
import { DatabaseClock } from '../store/DatabaseClock';
import { DefaultApprovalReader } from './DefaultApprovalReader';
import { ItemReader } from './ItemReader';
import { PersonReader } from './PersonReader';
import { ViewerReader } from './ViewerReader';

const OPEN = 2000;
const ENDED = 8000;
const databases = testDatabases();

/** Requests, of which those before `OPEN` wait. */
async function seedMany(knex: Knex): Promise<void> {
  const draft = draftOf('gate');
  for (let n = 0; n < OPEN + ENDED; n += 100) {
    const numbers = Array.from({ length: 100 }, (_, index) => n + index);
    await knex('approval_request').insert(
      numbers.map(number =>
        requestRows.to({
          ...draft,
          id: `r-${number}`,
          gateKey: `g-${number}`,
          changeKey: `c-${number % 1500}`,
          generation: 1,
          version: 1,
          state: number < OPEN ? 'pending' : 'applied',
          createdAt: 1_000_000 + number,
          updatedAt: 1_000_000 + number,
          ...(number >= OPEN && { closedAt: 2_000_000 + number }),
        }),
      ),
    );
    await knex('approval_entity').insert(
      numbers.map(number => ({
        request_id: `r-${number}`,
        entity_ref: `component:default/app-${number % 100}`,
        confirmed: true,
      })),
    );
  }
  for (let app = 0; app < 100; app++) {
    await seedOwner(
      knex,
      `component:default/app-${app}`,
      app % 2 ? 'group:default/shop' : 'group:default/other',
    );
  }
}

function openReader(knex: Knex): DefaultApprovalReader {
  const directory = FakeDirectory.create({ ann: ['shop'] });
  return DefaultApprovalReader.create({
    knex,
    health: { read: async () => ({ sources: [], lanes: new Map() }) },
    clock: DatabaseClock.create(),
    items: ItemReader.create({ knex }),
    viewers: ViewerReader.create({
      people: PersonReader.create({ directory }),
      nativeIds: () => [],
      guestCounts: false,
      sight: { unreadable: async () => new Set<string>() },
    }),
  });
}

const viewer = {
  by: { userEntityRef: 'user:default/ann' },
  may: {
    vote: 'all' as const,
    breakGlass: 'none' as const,
    resolve: 'none' as const,
  },
};
const only = {
  field: 'owner' as const,
  values: ['group:default/shop', 'group:default/other'],
};

describe.each(databases.eachSupportedId())(
  `the inbox with ${OPEN} open requests on %s`,
  id => {
    let knex: Knex;
    let reader: DefaultApprovalReader;

    beforeAll(async () => {
      knex = await databases.init(id);
      await applyMigrations({}, knex);
      await seedMany(knex);
      reader = openReader(knex);
    }, 120_000);

    it('is read in a number of statements that does not grow with it', async () => {
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }) => statements.push(sql);
      await reader.list({ only }, viewer);
      knex.on('query', listen);
      const { items, total, mine } = await reader.list({ only }, viewer);
      knex.off('query', listen);
      // Two of them so that claims are read once and not with each request, one for what ended and waits for its review; what is
      // known of requests is not read again.
      expect(statements).toHaveLength(12);
      expect(items).toHaveLength(50);
      expect(items[0].can.approve.allowed).toBe(true);
      // Runs of one change are items of their own: none of them is decided with another.
      expect(total).toBe(OPEN);
      expect(mine).toBeGreaterThan(0);
    });

    it('puts what can be decided now before all that cannot', async () => {
      const { mine } = await reader.list({ only }, viewer);
      const { items, nextCursor } = await reader.list(
        { only, limit: 500 },
        viewer,
      );
      expect(nextCursor).toBeDefined();
      const decidable = items.map(item => item.can.approve.allowed);
      expect(decidable.slice(0, mine)).toEqual(
        decidable.slice(0, mine).map(() => true),
      );
      expect(mine).toBeGreaterThan(400);
    });
  },
);

// The other engine plans by statistics, which a test does not have.
describe.each(
  databases.eachSupportedId().filter(([id]) => id.startsWith('SQLITE')),
)('the inbox on %s', id => {
  it('reads no table whole for what is open', async () => {
    const knex = await databases.init(id);
    await applyMigrations({}, knex);
    await seedMany(knex);
    const reader = openReader(knex);
    const reads = await explainReads(knex, () => reader.list({ only }, viewer));
    const slow = reads.flatMap(({ sql, plan }) =>
      plan
        .filter(
          line =>
            line.includes('AUTOMATIC') ||
            (/^SCAN (r|v|e|o|oc|q|s|d|c|approval_\w+)\b/.test(line) &&
              !line.includes('INDEX') &&
              !line.includes('approval_stop')),
        )
        .map(line => `${line}: ${sql}`),
    );
    expect(slow).toEqual([]);
  }, 120_000);
});
