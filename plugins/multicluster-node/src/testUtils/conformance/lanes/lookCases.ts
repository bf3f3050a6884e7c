import assert from 'node:assert/strict';
import { laneDigest } from '../../../contract';
import { assertSentence } from '../assertSentence';
import { uniqueName } from '../uniqueName';
import { LanesConformanceCase } from './LanesConformanceCase';

const image = () => `example.org/app:${uniqueName()}`;

/** What is read, checked and believed. @internal */
export const lookCases: LanesConformanceCase[] = [
  {
    name: 'what can be held is said, with a reason where it cannot be',
    needs: [],
    async run(context) {
      const capability = (await context.facet()).capabilities();
      assert.equal(capability.available, true, capability.reason?.text);
      assert.ok(capability.identityModes.length > 0);
    },
  },
  {
    name: 'two looks at the same content have one digest, by another instance too',
    needs: [],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.lane();
      const one = await context.content(facet, lane);
      const two = await context.content(await context.facet(), lane);
      for (const cluster of lane.clusters) {
        assert.ok(one.clusters[cluster]?.length > 0, `nothing on ${cluster}`);
        assert.equal(
          context.digestOf(one, cluster),
          context.digestOf(two, cluster),
        );
      }
    },
  },
  {
    name: 'another image is another digest for every cluster',
    needs: [],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.held(facet);
      const before = await context.content(facet, lane);
      const next = image();
      await context.world.changeImage(lane, next);
      const after = await context.rendered(facet, lane, next);
      for (const cluster of lane.clusters) {
        assert.notEqual(
          context.digestOf(before, cluster),
          context.digestOf(after, cluster),
        );
        assert.notEqual(
          laneDigest(before.clusters[cluster], { replicas: false }),
          laneDigest(after.clusters[cluster], { replicas: false }),
        );
      }
    },
  },
  {
    name: 'another number of copies is told apart from any other change',
    needs: ['scale'],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.held(facet);
      const [first] = lane.clusters;
      const before = await context.content(facet, lane);
      await context.ability('scale')(lane, 3);
      const after = await context.content(facet, lane, ({ clusters }) =>
        clusters[first]?.some(item => item.replicas === 3),
      );
      assert.notEqual(
        context.digestOf(before, first),
        context.digestOf(after, first),
      );
      assert.equal(
        laneDigest(before.clusters[first], { replicas: false }),
        laneDigest(after.clusters[first], { replicas: false }),
      );
    },
  },
  {
    name: 'no value of a secret is in what is read, and another value is another digest',
    needs: ['addSecret'],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.lane();
      const [first] = lane.clusters;
      const digests: string[] = [];
      for (const value of [uniqueName(), uniqueName()]) {
        await context.ability('addSecret')(lane, value);
        const content = await context.content(
          facet,
          lane,
          ({ clusters }) =>
            clusters[first]?.some(({ kind }) => kind === 'Secret') &&
            !digests.includes(laneDigest(clusters[first])),
        );
        digests.push(context.digestOf(content, first));
        const text = JSON.stringify(content);
        const encoded = Buffer.from(value).toString('base64');
        for (const form of [value, encoded]) {
          assert.ok(!text.includes(form), 'a secret is in what is read');
        }
      }
      assert.equal(new Set(digests).size, 2);
    },
  },
  {
    name: 'a lane that nothing keeps from it passes every check, and each says what it looked at',
    needs: [],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.lane();
      const checks = await facet.check({
        ...(await context.request(lane)),
        caller: context.approver,
      });
      assert.ok(checks.length >= 5, 'it hardly checks anything');
      const codes = checks.map(({ code }) => code);
      assert.equal(new Set(codes).size, codes.length, String(codes));
      for (const { ok, code, sentence } of checks) {
        assert.equal(ok, true, `${code}: ${sentence.text}`);
        assertSentence(sentence);
      }
    },
  },
  {
    name: 'what was released is observed once the cluster has it, and never before',
    needs: [],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.held(facet);
      const [cluster] = lane.clusters;
      const next = image();
      await context.world.changeImage(lane, next);
      const content = await context.rendered(facet, lane, next);
      const digest = context.digestOf(content, cluster);
      const look = async (more: { over?: boolean } = {}) => {
        const request = await context.request(lane);
        const caller = context.approver;
        const found = await facet.observe({
          ...request,
          cluster,
          digest,
          caller,
          ...more,
        });
        assertSentence(found.sentence);
        return found.outcome;
      };
      assert.equal(await look(), 'progressing');
      await context.done(facet, lane, 'release', { clusters: [cluster] });
      await context.until('the release is observed', async () => {
        const outcome = await look();
        const runs = await context.world.runsOn(lane, cluster);
        assert.ok(
          outcome !== 'observed' || runs.includes(next),
          'it is said to be there, and is not',
        );
        return outcome === 'observed';
      });
      // The next wave goes by that, also where everything was held in between.
      await context.done(facet, lane, 'hold');
      await context.until(
        'it is observed although it is held again',
        async () => (await look({ over: true })) === 'observed',
      );
    },
  },
  {
    name: 'content that is not what was approved is changed, whatever runs',
    needs: [],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.lane();
      const [cluster] = lane.clusters;
      await context.content(facet, lane);
      const { outcome, sentence } = await facet.observe({
        ...(await context.request(lane)),
        cluster,
        digest: 'f'.repeat(64),
        caller: context.approver,
      });
      assert.equal(outcome, 'changed', sentence.text);
      assertSentence(sentence);
    },
  },
];
