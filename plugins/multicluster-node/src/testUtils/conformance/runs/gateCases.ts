import assert from 'node:assert/strict';
import { DerivedRun, gatesOf } from '../../../contract';
import { assertSame } from './assertSame';
import { RunsConformanceCase } from './RunsConformanceCase';

const closed = ['orphaned', 'cancelled', 'rejected', 'expired', 'skipped'];

/** How gates of runs read. @internal */
export const gateCases: RunsConformanceCase[] = [
  {
    name: 'an open gate is pending and actionable, and its run waits',
    needs: ['startGatedRun'],
    async run(context) {
      const { observation, run, gate } = await context.seenGate();
      assert.equal(gate.actionable, true);
      assert.equal(gate.quorum.received, 0);
      assertSame(gate.decisions, []);
      const derived = observation.tracker.derive(run.key);
      assert.equal(derived?.status, 'waiting');
      const stage = derived?.stages.find(({ id }) => id === gate.stageId);
      assert.ok(!gate.stageId || stage, 'the stage of the gate is not shown');
    },
  },
  {
    name: 'a gate names who may decide it, as the tool does',
    needs: ['startGatedRun'],
    async run(context) {
      const { gate } = await context.seenGate({ approvers: 'approver' });
      assert.equal(gate.anyone, false);
      assertSame(
        gate.approvers.map(({ nativeId }) => nativeId),
        [context.people.approver.nativeId],
      );
    },
  },
  {
    name: 'a gate says in which ways it can be decided, and where the tool decides it',
    needs: ['startGatedRun'],
    async run(context) {
      const { gate } = await context.seenGate();
      assert.ok(gate.identityModes.length > 0, 'there is no way to decide it');
      if (gate.identityModes.includes('deep-link')) {
        assert.match(gate.url ?? '', /^https?:\/\//, 'it links to nowhere');
      }
    },
  },
  {
    name: 'a gate whose run ended while it was pending is over and not actionable',
    needs: ['startGatedRun'],
    async run(context) {
      const { observation, run, gate } = await context.seenGate();
      await context.world.finish(run, 'cancelled');
      const derived = await context.untilRun(
        observation,
        run,
        'it reads cancelled',
        ({ status }) => status === 'cancelled',
      );
      const after = gateOf(derived, gate.id);
      assert.ok(after && closed.includes(after.state), after?.state);
      assert.equal(after.actionable, false);
      assertSame(after.decisions, [], 'nobody decided');
    },
  },
  {
    name: 'a gate that still looks open is not actionable while its run goes back',
    needs: ['startGatedRun', 'rollBack'],
    async run(context) {
      const { observation, run, gate } = await context.seenGate();
      await context.ability('rollBack')(run);
      const derived = await context.untilRun(
        observation,
        run,
        'it goes back',
        ({ detail }) => detail === 'rolling-back',
      );
      assert.equal(gateOf(derived, gate.id)?.actionable ?? false, false);
      assert.notEqual(gateOf(derived, gate.id)?.state, 'pending');
    },
  },
  {
    name: 'a gate that opens anew, or the next one, has another version',
    needs: ['startGatedRun', 'reopenGate'],
    async run(context) {
      const { observation, run, gate } = await context.seenGate();
      await context.ability('reopenGate')(run);
      const next = await context.untilGate(
        observation,
        run,
        ({ id, version }) => id !== gate.id || version !== gate.version,
      );
      assert.notEqual(
        `${next.id} ${next.version}`,
        `${gate.id} ${gate.version}`,
      );
      assert.notEqual(next.version, gate.version);
    },
  },
  {
    name: 'a gate that nobody touched keeps its version',
    needs: ['startGatedRun', 'restamp'],
    async run(context) {
      const { observation, run, gate } = await context.seenGate();
      await context.ability('restamp')(run);
      await context.untilCaughtUp(observation);
      const again = await context.untilGate(observation, run);
      assert.equal(again.version, gate.version);
      const second = await context.observe();
      const other = await context.untilGate(second, run);
      assert.equal(other.version, gate.version, 'instances disagree');
    },
  },
  {
    name: 'an approval that was given in the tool is seen with the name of who gave it',
    needs: ['startGatedRun', 'approveElsewhere'],
    async run(context) {
      const { observation, run, gate } = await context.seenGate();
      await context.ability('approveElsewhere')(run, 'approver');
      const derived = await context.untilRun(
        observation,
        run,
        'its gate is approved',
        candidate => gateOf(candidate, gate.id)?.state === 'approved',
      );
      const after = gateOf(derived, gate.id);
      assert.equal(after?.actionable, false);
      assertSame(
        after?.decisions.map(({ actor, verdict, listed }) => [
          actor.nativeId,
          verdict,
          listed,
        ]),
        [[context.people.approver.nativeId, 'approved', true]],
      );
    },
  },
  {
    name: 'a gate that needs two stays open after the first, and counts no one twice',
    needs: ['startGatedRun', 'approveElsewhere'],
    async run(context) {
      const gate = { approvers: 'both', needed: 2 } as const;
      const { observation, run } = await context.seenGate(gate);
      const approve = context.ability('approveElsewhere');
      await approve(run, 'approver');
      await approve(run, 'approver');
      await context.untilCaughtUp(observation);
      await context.untilCaughtUp(observation);
      const open = await context.untilGate(observation, run);
      assert.equal(open.actionable, true);
      assert.ok(open.quorum.received <= 1, 'one was counted twice');
      assert.ok(
        (open.quorum.n ?? 2) === 2,
        `2 are needed, not ${open.quorum.n}`,
      );
      await approve(run, 'other');
      const derived = await context.untilRun(
        observation,
        run,
        'its gate is approved',
        candidate => gateOf(candidate, open.id)?.state === 'approved',
      );
      const names = gateOf(derived, open.id)?.decisions.map(
        ({ actor }) => actor.nativeId,
      );
      const { approver, other } = context.people;
      assertSame(
        [...(names ?? [])].sort(),
        [approver.nativeId, other.nativeId].sort(),
      );
    },
  },
  {
    name: 'a gate whose time ran out reads expired, and nobody is named for it',
    needs: ['startGatedRun', 'expireGate'],
    async run(context) {
      const { observation, run, gate } = await context.seenGate();
      await context.ability('expireGate')(run);
      const derived = await context.untilRun(
        observation,
        run,
        'its gate is expired',
        candidate => gateOf(candidate, gate.id)?.state === 'expired',
      );
      const after = gateOf(derived, gate.id);
      assert.equal(after?.actionable, false);
      assertSame(after?.decisions, []);
      assert.equal(derived.endedBy, undefined);
    },
  },
];

function gateOf(derived: DerivedRun, id: string) {
  return gatesOf(derived).find(gate => gate.id === id);
}
