import { DeriveInput } from '@fairway/backstage-plugin-multicluster-node';
import { fakeFacet } from '../__testUtils__/fakeFacet';
import { facts } from '../__testUtils__/facts';
import { openStore } from '../__testUtils__/openStore';
import { sweepLane } from '../__testUtils__/sweepLane';
import { testDatabases } from '../__testUtils__/testDatabases';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Each cluster runs the newest generation, or the one that it was last sent. */
const facet = {
  derive(input: DeriveInput) {
    const sent = (input.placement.native.sent ?? {}) as Record<string, number>;
    const derived = fakeFacet().derive(input);
    const targets = derived.targets.map(target => {
      const runs = sent[target.cluster] ?? input.workload?.generation;
      const images = runs && input.imagesByGeneration.get(runs);
      return {
        ...target,
        ...(runs !== undefined && { runs }),
        versions: images || [],
        versionKnowledge: images ? ('known' as const) : ('unknown' as const),
      };
    });
    return { ...derived, targets };
  },
};

const template = (generation: number, settings: string, version = 'v1') =>
  facts.workload('cart', {
    generation,
    settings,
    images: [{ container: 'app', image: `app:${version}`, version }],
  });
const placed = (sent: Record<string, number> = {}) =>
  facts.placement(
    'cart',
    { clusters: { a: 'healthy', b: 'healthy' } },
    { native: { clusters: { a: 'healthy', b: 'healthy' }, sent } },
  );

describe.each(databases.eachSupportedId())(
  'Transitions of content on %s',
  id => {
    async function open(sent?: Record<string, number>) {
      const knex = await databases.init(id);
      const opened = await openStore(knex, { facet });
      const { store, clock } = opened;
      await sweepLane(store, 'clusters', [
        facts.cluster('a'),
        facts.cluster('b'),
      ]);
      await sweepLane(store, 'bindings', [placed(sent)]);
      await sweepLane(store, 'templates', [template(1, 'one')]);
      await store.rederive();
      clock.now += 60_000;
      const lines = async () => {
        const rows = await knex('inventory_transition')
          .whereIn('field', ['version', 'content'])
          .orderBy(['field', 'subject', 'id']);
        return rows.map(row =>
          [
            `${row.subject} ${row.field}`,
            ...(row.field === 'content'
              ? [row.cause, row.version]
              : [row.from_value, row.to_value]),
          ].join(' '),
        );
      };
      const changed = (upsert: ReturnType<typeof template>) =>
        store.change({ lane: 'templates', upserts: [upsert], deletes: [] });
      const sentTo = (clusters: Record<string, number>) =>
        store.change({
          lane: 'bindings',
          upserts: [placed(clusters)],
          deletes: [],
        });
      return { knex, lines, changed, sentTo, ...opened };
    }

    it('tells other settings under the same version, of each cluster once, when it saw them', async () => {
      const { knex, store, reopen, lines, changed, clock } = await open();
      expect(await lines()).toEqual([]);

      await changed(template(2, 'two'));
      expect(await lines()).toEqual([
        'a content settings v1',
        'b content settings v1',
      ]);
      const rows = await knex('inventory_transition');
      expect(rows.map(row => Number(row.at))).toEqual([clock.now, clock.now]);

      // Copies, a relist of what is there and a restart are no change.
      await changed(template(3, 'two'));
      await sweepLane(store, 'templates', [template(3, 'two')]);
      const restarted = reopen();
      await sweepLane(restarted, 'templates', [template(3, 'two')]);
      await restarted.rederive();
      expect(await knex('inventory_transition')).toHaveLength(2);
    });

    it('tells a change of the version by the version alone', async () => {
      const { lines, changed } = await open();
      await changed(template(2, 'two', 'v2'));
      expect(await lines()).toEqual(['a version v1 v2', 'b version v1 v2']);
    });

    it('tells nothing of a cluster that is held before the hold lets it through', async () => {
      const { store, lines, changed, sentTo } = await open({ b: 1 });
      await changed(template(2, 'two'));
      await store.rederive();
      await changed(template(3, 'three'));
      await store.rederive();
      const ofA = ['a content settings v1', 'a content settings v1'];
      expect((await lines()).filter(line => !/version/.test(line))).toEqual(
        ofA,
      );
      await sentTo({ b: 3 });
      expect((await lines()).filter(line => !/version/.test(line))).toEqual([
        ...ofA,
        'b content settings v1',
      ]);
    });

    it('tells nothing where a source knows of no settings', async () => {
      const { lines, changed } = await open();
      await changed({ ...template(2, ''), settings: undefined });
      await changed({ ...template(3, ''), settings: undefined });
      expect(await lines()).toEqual([]);
    });
  },
);
