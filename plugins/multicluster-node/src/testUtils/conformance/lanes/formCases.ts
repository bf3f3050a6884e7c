import assert from 'node:assert/strict';
import { uniqueName } from '../uniqueName';
import { LanesConformanceCase } from './LanesConformanceCase';

const image = () => `example.org/app:${uniqueName()}`;

/** What holding and releasing does. @internal */
export const formCases: LanesConformanceCase[] = [
  {
    name: 'what is held reaches no cluster, and can be looked at before it does',
    needs: [],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.held(facet);
      const next = image();
      await context.world.changeImage(lane, next);
      const content = await context.rendered(facet, lane, next);
      for (const cluster of lane.clusters) {
        assert.ok(
          content.clusters[cluster].every(object => !object.dispatched),
          `${cluster} is said to get what is held`,
        );
        await context.staysAway(lane, cluster, next);
      }
    },
  },
  {
    name: 'a release reaches the cluster that is named, and no other',
    needs: [],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.held(facet);
      const [first, ...others] = lane.clusters;
      const next = image();
      await context.world.changeImage(lane, next);
      await context.rendered(facet, lane, next);
      await context.done(facet, lane, 'release', { clusters: [first] });
      await context.untilRuns(lane, first, next);
      for (const cluster of others) {
        await context.staysAway(lane, cluster, next);
      }
      const hold = await context.holdOf(facet, lane);
      assert.equal(hold.form, 'clusters');
      assert.ok(others.every(name => hold.clusters.includes(name)));
      assert.ok(!hold.clusters.includes(first));
    },
  },
  {
    name: 'held again after a release, the next change reaches nobody',
    needs: [],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.held(facet);
      const [first] = lane.clusters;
      await context.done(facet, lane, 'release', { clusters: [first] });
      await context.done(facet, lane, 'hold');
      const next = image();
      await context.world.changeImage(lane, next);
      await context.rendered(facet, lane, next);
      await context.staysAway(lane, first, next);
      assert.equal((await context.holdOf(facet, lane)).form, 'all');
    },
  },
  {
    name: 'disarmed, everything arrives, and nothing is left of the note',
    needs: [],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.held(facet);
      const next = image();
      await context.world.changeImage(lane, next);
      await context.rendered(facet, lane, next);
      await context.done(facet, lane, 'disarm');
      for (const cluster of lane.clusters) {
        await context.untilRuns(lane, cluster, next);
      }
      const { form, ours, by } = await context.holdOf(facet, lane);
      assert.deepEqual(
        { form, ours, by },
        { form: 'none', ours: false, by: undefined },
      );
    },
  },
  {
    name: 'who holds a lane is noted on it, in every form, with what releases it by hand',
    needs: [],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.held(facet);
      const by = context.approver.userEntityRef;
      const check = async () => {
        const hold = await context.holdOf(facet, lane);
        assert.equal(hold.ours, true);
        assert.equal(hold.by, by);
        assert.ok(hold.command.includes(lane.name), hold.command);
      };
      await check();
      await context.done(facet, lane, 'release', {
        clusters: lane.clusters.slice(0, 1),
      });
      await check();
    },
  },
  {
    name: 'a policy that is deleted while it holds leaves orphans, which are named and can be set free',
    needs: ['deletePolicy'],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.held(facet);
      const next = image();
      await context.world.changeImage(lane, next);
      await context.rendered(facet, lane, next);
      const before = await context.request(lane);
      assert.deepEqual(facet.orphansOf(before.placements), []);
      await context.ability('deletePolicy')(lane);
      const orphans = await context.until(
        'it is told as an orphan',
        async () => {
          const { placements } = await context.world.facts(lane);
          const found = facet.orphansOf(placements);
          return found.length > 0 ? found : undefined;
        },
      );
      await context.done(facet, lane, 'disarm', {
        policy: before.policy,
        placements: orphans,
        resourceVersion: '',
      });
      for (const cluster of lane.clusters) {
        await context.untilRuns(lane, cluster, next);
      }
    },
  },
];
