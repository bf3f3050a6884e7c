import assert from 'node:assert/strict';
import { FleetConformanceCase } from './FleetConformanceCase';
import { findPlacement, findWorkload } from './FleetConformanceContext';

/** How a source observes. @internal */
export const observationCases: FleetConformanceCase[] = [
  {
    name: 'the first sync stores every workload, its placement and the clusters',
    needs: [],
    async run(context) {
      const workloads = [await context.place(), await context.place()];
      const observation = await context.observe();
      for (const workload of workloads) {
        await context.untilPlaced(observation, workload);
      }
      await context.until(
        () => observation.sink.facts('cluster').length > 0,
        'clusters are stored',
      );
    },
  },
  {
    name: 'every lane is declared with a subject, and tells of its contacts',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      await context.untilCaughtUp(observation);
      assert.ok(observation.report.lanes.size > 0, 'no lane was declared');
      for (const [name, lane] of observation.report.lanes) {
        assert.ok(lane.subject, `lane ${name} has no subject`);
      }
      const lanes = new Set(
        observation.sink.calls
          .filter(({ call }) => call === 'page' || call === 'change')
          .map(({ lane }) => lane),
      );
      for (const lane of lanes) {
        const { contacts } = observation.report.lane(lane);
        assert.ok(contacts > 0, `lane ${lane} stored without contact`);
      }
    },
  },
  {
    name: 'a workload that appears is stored without a full list',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      const first = await context.place();
      await context.untilPlaced(observation, first);
      // Other lanes may still be in their first list.
      await quiet({ writes: observation.sink.calls });
      const before = completedSweeps(observation.sink);
      await context.untilPlaced(observation, await context.place());
      assert.equal(completedSweeps(observation.sink), before);
    },
  },
  {
    name: 'a workload that is deleted is deleted, and its placement with it',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      const workload = await context.place();
      await context.untilPlaced(observation, workload);
      await context.remove(workload);
      await context.until(
        () =>
          !findWorkload(observation.sink, workload) &&
          !findPlacement(observation.sink, workload),
        'the deleted workload is gone',
      );
    },
  },
  {
    name: 'an image that changes is seen under the same key',
    needs: ['changeImage'],
    async run(context) {
      const observation = await context.observe();
      const workload = await context.place();
      await context.untilPlaced(observation, workload);
      const before = findWorkload(observation.sink, workload);
      const image = 'registry.example.com/app:v2-conformance';
      await context.ability('changeImage')(workload, image);
      await context.until(() => {
        const fact = findWorkload(observation.sink, workload);
        return !!fact?.images.some(known => known.image === image);
      }, 'the new image is stored');
      const after = findWorkload(observation.sink, workload);
      assert.equal(after?.key, before?.key);
      assert.equal(after?.uid, before?.uid);
    },
  },
  {
    name: 'a workload made anew keeps its key and has a new uid',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      const workload = await context.place();
      await context.untilPlaced(observation, workload);
      const before = findWorkload(observation.sink, workload);
      await context.world.remove(workload);
      await context.world.place(workload.name);
      await context.until(() => {
        const fact = findWorkload(observation.sink, workload);
        return fact !== undefined && fact.uid !== before?.uid;
      }, 'the new incarnation is stored');
      assert.equal(findWorkload(observation.sink, workload)?.key, before?.key);
    },
  },
  {
    name: 'it resumes where it stopped: no list, no row written',
    needs: [],
    async run(context) {
      const first = await context.observe();
      await context.untilCaughtUp(first);
      await quiet(first.sink);
      await first.stop();
      const { sink } = first;
      const sweeps = completedSweeps(sink);
      const before = new Map(sink.facts().map(f => [`${f.type} ${f.key}`, f]));

      const writes = sink.writes.length;
      const second = await context.observe({ sink });
      await context.until(
        () => [...second.report.lanes.values()].every(l => l.contacts > 0),
        'every lane is in contact again',
      );
      assert.equal(sink.writes.length, writes, 'it wrote rows');
      await context.untilPlaced(second, await context.place());
      assert.equal(completedSweeps(sink), sweeps, 'it listed in full');
      for (const [id, fact] of before) {
        assert.ok(
          sink.facts().some(f => `${f.type} ${f.key}` === id),
          `${id} was lost (${fact.type})`,
        );
      }
    },
  },
  {
    name: 'it sees on its return what appeared and what went while it was away',
    needs: [],
    async run(context) {
      const stays = await context.place();
      const goes = await context.place();
      const first = await context.observe();
      await context.untilPlaced(first, stays);
      await context.untilPlaced(first, goes);
      await first.stop();

      await context.remove(goes);
      const comes = await context.place();
      const second = await context.observe({ sink: first.sink });
      await context.untilPlaced(second, comes);
      await context.until(
        () => !findWorkload(second.sink, goes),
        'what went is gone',
      );
      assert.ok(findWorkload(second.sink, stays));
    },
  },
  {
    name: 'it lists in full when its history is gone, and deletes what went meanwhile',
    needs: ['expireHistory'],
    async run(context) {
      const stays = await context.place();
      const goes = await context.place();
      const first = await context.observe();
      await context.untilPlaced(first, stays);
      await context.untilPlaced(first, goes);
      await first.stop();

      await context.remove(goes);
      await context.ability('expireHistory')();
      const second = await context.observe({ sink: first.sink });
      await context.until(
        () => !findWorkload(second.sink, goes),
        'what went is gone',
      );
      assert.ok(findWorkload(second.sink, stays));
      assert.ok(findPlacement(second.sink, stays));
    },
  },
  {
    name: 'it misses nothing when its watches break',
    needs: ['dropWatches'],
    async run(context) {
      const observation = await context.observe();
      await context.untilCaughtUp(observation);
      await context.ability('dropWatches')();
      await context.untilPlaced(observation, await context.place());
      await context.ability('dropWatches')();
      await context.untilPlaced(observation, await context.place());
    },
  },
  {
    name: 'it ends within two seconds of the abort, without an error',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      await context.untilCaughtUp(observation);
      const began = performance.now();
      await observation.stop();
      const took = performance.now() - began;
      assert.ok(took < 2000, `it took ${Math.round(took)} ms`);
    },
  },
  {
    name: 'it stops when the lease is lost, with the reason of the sink',
    needs: [],
    async run(context) {
      const observation = await context.observe();
      await context.untilCaughtUp(observation);
      observation.sink.loseLease();
      const outcome = observation.done.then(
        () => 'resolved',
        error => (error as Error).name,
      );
      await context.place();
      let settled: string | undefined;
      outcome.then(name => {
        settled = name;
      });
      await context.until(() => settled !== undefined, 'it stopped');
      assert.equal(settled, 'ConflictError');
    },
  },
];

function completedSweeps(sink: { calls: Array<{ call: string }> }): number {
  return sink.calls.filter(({ call }) => call === 'complete').length;
}

/** Waits until nothing was written for half a second: controllers go on for a while after an object was made. */
async function quiet(sink: { writes: unknown[] }): Promise<void> {
  let seen = -1;
  for (let i = 0; i < 40 && seen !== sink.writes.length; i++) {
    seen = sink.writes.length;
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}
