import assert from 'node:assert/strict';
import { LaneUnreadableError } from '../../../contract';
import { LanesConformanceCase } from './LanesConformanceCase';
import { assertSentence } from '../assertSentence';

/** What comes of asking for a change. @internal */
export const changeCases: LanesConformanceCase[] = [
  {
    name: 'a change of what was looked at before somebody changed the policy is a conflict, and does nothing',
    needs: ['touchPolicy'],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.lane();
      const seen = await context.versionOf(facet, await context.request(lane));
      await context.ability('touchPolicy')(lane);
      const options = { resourceVersion: seen };
      const result = await context.change(facet, lane, 'hold', options);
      assert.equal(result.outcome, 'refused', JSON.stringify(result));
      assert.equal(result.code, 'conflict');
      assert.equal((await context.holdOf(facet, lane)).form, 'none');
    },
  },
  {
    name: 'a dry run changes nothing, and says what has to be sent',
    needs: [],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.lane();
      const options = { dryRun: true, resourceVersion: '' };
      const result = await context.change(facet, lane, 'hold', options);
      assert.equal(result.outcome, 'requested', JSON.stringify(result));
      assert.ok(result.precondition, 'it does not say what to send');
      assert.equal((await context.holdOf(facet, lane)).form, 'none');
      await context.done(facet, lane, 'hold', {
        resourceVersion: result.precondition,
      });
    },
  },
  {
    name: 'the same change sent again does nothing more',
    needs: [],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.lane();
      const { resourceVersion } = await context.done(facet, lane, 'hold');
      const again = await context.change(facet, lane, 'hold');
      assert.equal(again.outcome, 'noop', JSON.stringify(again));
      assert.equal(again.resourceVersion, resourceVersion);
    },
  },
  {
    name: 'where somebody else manages what holds, nothing is changed and they are named',
    needs: ['manageElsewhere'],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.lane();
      const who = await context.ability('manageElsewhere')(lane);
      const before = await context.holdOf(facet, lane);
      const result = await context.change(facet, lane, 'hold');
      assert.equal(result.outcome, 'refused', JSON.stringify(result));
      assert.equal(result.code, 'conflict');
      assert.ok(result.sentence?.text.includes(who), result.sentence?.text);
      const checks = await facet.check(await context.request(lane));
      const broken = checks.find(({ code }) => code === 'managed-elsewhere');
      assert.equal(broken?.ok, false, 'no check says so');
      assert.deepEqual(await context.holdOf(facet, lane), before);
    },
  },
  {
    name: 'whoever has no name in the system is told so, and nothing is changed',
    needs: ['unmapped'],
    async run(context) {
      const unmapped = context.ability('unmapped')();
      const facet = await context.facet();
      const lane = await context.lane();
      const options = { caller: unmapped };
      const result = await context.change(facet, lane, 'hold', options);
      assert.equal(result.outcome, 'refused', JSON.stringify(result));
      assert.equal(result.code, 'needs-user-credential');
      assert.equal((await context.holdOf(facet, lane)).form, 'none');
    },
  },
  {
    name: 'a change that is given up before it was sent rejects, and does nothing',
    needs: [],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.lane();
      const signal = AbortSignal.abort();
      await assert.rejects(context.change(facet, lane, 'hold', { signal }));
      assert.equal((await context.holdOf(facet, lane)).form, 'none');
    },
  },
  {
    name: 'a change whose answer is lost is ambiguous, and sending it again does no harm',
    needs: ['loseAnswers'],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.lane();
      const mend = await context.begin(context.ability('loseAnswers'));
      const options = { deadlineMs: 3000 };
      const lost = await context.change(facet, lane, 'hold', options);
      assert.equal(lost.outcome, 'ambiguous', JSON.stringify(lost));
      await mend();
      const again = await context.change(facet, lane, 'hold');
      assert.ok(['applied', 'noop'].includes(again.outcome));
      assert.equal((await context.holdOf(facet, lane)).form, 'all');
    },
  },
  {
    name: 'a system that cannot be reached is a failure that may be repeated, and nothing that can be read',
    needs: ['cutOff'],
    async run(context) {
      const facet = await context.facet();
      const lane = await context.lane();
      const request = await context.request(lane);
      const { resourceVersion } = await facet.read(request);
      const mend = await context.begin(context.ability('cutOff'));
      const result = await facet.change({
        ...request,
        form: 'hold',
        clusters: [],
        resourceVersion,
        caller: context.approver,
        note: { by: context.approver.userEntityRef },
        dryRun: false,
      });
      assert.equal(result.outcome, 'failed', JSON.stringify(result));
      assert.equal(result.code, 'upstream-unavailable');
      assert.equal(result.retryable, true);
      await assert.rejects(facet.read(request), error => {
        assert.ok(isUnreadable(error), String(error));
        assertSentence(error.sentence);
        return true;
      });
      await mend();
      await context.done(facet, lane, 'hold');
    },
  },
];

/** By name: it may come of another copy of this package. */
function isUnreadable(error: unknown): error is LaneUnreadableError {
  return (error as Error)?.name === 'LaneUnreadableError';
}
