import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { eventually } from '../__testUtils__/eventually';
import { openRunsStore } from '../__testUtils__/openRunsStore';
import { runsFacts } from '../__testUtils__/runsFacts';
import {
  sharedDatabase,
  SharedDatabase,
} from '../__testUtils__/sharedDatabase';
import { testDatabases } from '../__testUtils__/testDatabases';
import { identityHash } from '../runs/identityHash';
import { DemandBook } from './DemandBook';
import { SourceDemand } from './SourceDemand';

jest.setTimeout(60_000);

const databases = testDatabases();
const { signal } = new AbortController();

describe.each(databases.eachSupportedId())('Demand on %s', id => {
  let database: SharedDatabase;
  let ids: Map<string, number>;

  beforeEach(async () => {
    database = await sharedDatabase(databases, id);
    const { store, sourceId } = await openRunsStore(database.connect());
    await store.change({
      lane: 'runs',
      upserts: [runsFacts.run('1'), runsFacts.run('2')],
      deletes: [],
    });
    ids = new Map([['west', sourceId]]);
  });

  afterEach(() => database.remove());

  /** One of two replicas: they share the database and nothing else. */
  function replica(knex: Knex = database.connect()) {
    const book = DemandBook.create({ knex, ids });
    const demand = SourceDemand.create({
      knex,
      logger: mockServices.logger.mock(),
      book,
      sourceId: ids.get('west') ?? 0,
    });
    return { knex, book, demand };
  }

  it('names the runs that somebody has on screen, on any replica, until they look no more', async () => {
    const [reader, observer] = [replica(), replica()];
    expect(observer.demand.watched()).toEqual([]);
    await reader.book.noteWatched(identityHash('west', 'run', '2'));
    await reader.book.noteWatched('a run that nobody has stored');
    await eventually(() => expect(observer.demand.watched()).toEqual(['2']), {
      everyMs: 200,
    });
    await reader.knex('run_demand').update({ until: 1 });
    await eventually(() => expect(observer.demand.watched()).toEqual([]), {
      everyMs: 200,
    });
  });

  it('writes once for all reads of a run within five seconds', async () => {
    const { knex, book } = replica();
    const hash = identityHash('west', 'run', '1');
    await book.noteWatched(hash);
    await knex('run_demand').delete();
    await Promise.all([book.noteWatched(hash), book.noteWatched(hash)]);
    expect(await knex('run_demand')).toEqual([]);
    await book.noteWatched(identityHash('west', 'run', '2'));
    expect(await knex('run_demand')).toHaveLength(1);
  });

  it('wakes whoever observes on another replica within about a second, and once', async () => {
    const [hooked, observer] = [replica(), replica()];
    const woken = observer.demand.wait(20_000, signal);
    await hooked.book.wake('west', ['1', '2', '1']);
    const asked = performance.now();
    expect((await woken).sort()).toEqual(['1', '2']);
    expect(performance.now() - asked).toBeLessThan(2_500);
    expect(await hooked.knex('source_wake')).toEqual([]);
    expect(await observer.demand.wait(0, signal)).toEqual([]);
  });

  it('wakes whoever observes in this process at once', async () => {
    const { book, demand } = replica();
    await demand.wait(0, signal);
    const woken = demand.wait(20_000, signal);
    const asked = performance.now();
    await book.wake('west', ['1']);
    expect(await woken).toEqual(['1']);
    expect(performance.now() - asked).toBeLessThan(700);
  });

  it('gives one empty string for a webhook that names no run, or very many', async () => {
    const { book, demand } = replica();
    await book.wake('west', []);
    expect(await demand.wait(5_000, signal)).toEqual(['']);
    await book.wake(
      'west',
      Array.from({ length: 500 }, (_, at) => String(at)),
    );
    expect(await demand.wait(5_000, signal)).toEqual(['']);
  });

  it('gives nothing when the time is over, when it is told to end, and for the webhooks of others', async () => {
    const { knex, book, demand } = replica();
    await book.wake('nobody', ['1']);
    expect(await knex('source_wake')).toEqual([]);
    expect(await demand.wait(50, signal)).toEqual([]);
    const abort = new AbortController();
    const ended = demand.wait(60_000, abort.signal);
    setTimeout(() => abort.abort(), 20);
    expect(await ended).toEqual([]);
    expect(await demand.wait(60_000, abort.signal)).toEqual([]);
  });

  it('reads the table once a second at most, however often it is asked', async () => {
    const { knex, demand } = replica();
    let reads = 0;
    knex.on('query', ({ sql }) => {
      reads += sql.includes('source_wake') ? 1 : 0;
    });
    const until = performance.now() + 1_500;
    while (performance.now() < until) {
      await demand.wait(5, signal);
    }
    expect(reads).toBeGreaterThanOrEqual(1);
    expect(reads).toBeLessThanOrEqual(2);
  });
});
