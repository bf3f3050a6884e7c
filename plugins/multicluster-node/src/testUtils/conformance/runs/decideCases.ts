import assert from 'node:assert/strict';
import { DerivedRun, gatesOf } from '../../../contract';
import { uniqueName } from '../uniqueName';
import { assertSame } from './assertSame';
import { assertRefused, decide } from './decide';
import { RunsConformanceCase } from './RunsConformanceCase';
import { soon } from './soon';
import { unsent } from './unsent';

const gated = ['decides', 'startGatedRun'] as const;
const counted = [...gated, 'writes'] as const;

/** What comes of deciding a gate. @internal */
export const decideCases: RunsConformanceCase[] = [
  {
    name: 'an approval is recorded at the tool under the name of who gave it, and then seen in the run',
    needs: [...gated, 'decisionsOf'],
    async run(context) {
      const { observation, run, fact, gate } = await context.seenGate();
      const target = { fact, gate };
      const result = await decide(context, observation.source, target);
      assert.ok(
        ['applied', 'requested'].includes(result.outcome),
        JSON.stringify(result),
      );
      await context.untilRun(
        observation,
        run,
        'its gate is approved',
        derived => stateOf(derived, gate.id) === 'approved',
      );
      const { nativeId } = context.people.approver;
      assertSame(await context.ability('decisionsOf')(run), [nativeId]);
    },
  },
  {
    name: 'an approval with the version of an earlier opening is stale, and nothing is sent',
    needs: [...counted, 'reopenGate'],
    async run(context) {
      const { observation, run, fact, gate } = await context.seenGate();
      await context.ability('reopenGate')(run);
      const result = await unsent(context, () =>
        decide(context, observation.source, { fact, gate }),
      );
      assertRefused(result, ['stale', 'gate-closed']);
    },
  },
  {
    name: 'a made-up version is stale, and nothing is sent',
    needs: [...counted],
    async run(context) {
      const { observation, fact, gate } = await context.seenGate();
      const version = `${gate.version}-other`;
      const target = { fact, gate: { id: gate.id, version } };
      const result = await unsent(context, () =>
        decide(context, observation.source, target),
      );
      assertRefused(result, ['stale']);
    },
  },
  {
    name: 'a gate that the run does not have cannot be decided',
    needs: [...counted],
    async run(context) {
      const { observation, fact, gate } = await context.seenGate();
      const target = {
        fact,
        gate: { id: 'no-such-gate', version: gate.version },
      };
      const result = await unsent(context, () =>
        decide(context, observation.source, target),
      );
      assertRefused(result, ['not-found', 'stale', 'gate-closed']);
    },
  },
  {
    name: 'a decision that is repeated counts once',
    needs: [...gated, 'decisionsOf'],
    async run(context) {
      const gate = { approvers: 'both', needed: 2 } as const;
      const seen = await context.seenGate(gate);
      const { observation, run } = seen;
      const idempotencyKey = uniqueName();
      const results = [
        await decide(context, observation.source, seen, { idempotencyKey }),
        await decide(context, observation.source, seen, { idempotencyKey }),
      ];
      assert.notEqual(results[0].outcome, 'refused');
      assert.notEqual(results[1].outcome, 'failed');
      await context.untilCaughtUp(observation);
      const names = await context.ability('decisionsOf')(run);
      assertSame(names, [context.people.approver.nativeId]);
      await context.untilGate(observation, run);
    },
  },
  {
    name: 'a gate that was decided meanwhile is closed, and nothing is sent',
    needs: [...counted, 'approveElsewhere'],
    async run(context) {
      const gate = { approvers: 'both' } as const;
      const seen = await context.seenGate(gate);
      await context.ability('approveElsewhere')(seen.run, 'other');
      await context.untilRun(
        seen.observation,
        seen.run,
        'its gate is approved',
        derived => stateOf(derived, seen.gate.id) === 'approved',
      );
      const result = await unsent(context, () =>
        decide(context, seen.observation.source, seen),
      );
      assertRefused(result, ['already-decided', 'gate-closed', 'stale']);
    },
  },
  {
    name: 'a gate whose run is over is closed even for who has not seen it yet, and nothing is sent',
    needs: [...counted],
    async run(context) {
      const { observation, run, fact, gate } = await context.seenGate();
      await observation.stop();
      await context.world.finish(run, 'cancelled');
      const result = await unsent(context, () =>
        decide(context, observation.source, { fact, gate }),
      );
      assertRefused(result, ['gate-closed', 'stale']);
    },
  },
  {
    name: 'a gate whose run goes back is closed though it looks open, and nothing is sent',
    needs: [...counted, 'rollBack'],
    async run(context) {
      const { observation, run, fact, gate } = await context.seenGate();
      await context.ability('rollBack')(run);
      const result = await unsent(context, () =>
        decide(context, observation.source, { fact, gate }),
      );
      assertRefused(result, ['gate-closed', 'stale']);
    },
  },
  {
    name: 'who is not on the list is refused, and the gate stays open',
    needs: [...gated, 'decisionsOf'],
    async run(context) {
      const seen = await context.seenGate({ approvers: 'approver' });
      const { observation, run } = seen;
      const as = context.people.other;
      const result = await decide(context, observation.source, seen, { as });
      assertRefused(result, ['not-approver']);
      assertSame(await context.ability('decisionsOf')(run), []);
      await context.untilGate(observation, run);
    },
  },
  {
    name: 'who may not decide at all is refused, and the gate stays open',
    needs: [...gated, 'decisionsOf', 'forbidDecisions'],
    async run(context) {
      const seen = await context.seenGate();
      await context.begin(context.ability('forbidDecisions'));
      const { observation, run } = seen;
      const result = await decide(context, observation.source, seen);
      assertRefused(result, ['not-permitted', 'not-approver']);
      assertSame(await context.ability('decisionsOf')(run), []);
    },
  },
  {
    name: 'a run of another project is refused, and nothing is told of it',
    needs: [...counted, 'addForeignRun'],
    async run(context) {
      const seen = await context.seenGate();
      const foreign = await context.ability('addForeignRun')();
      const { key, pipelineKey, approvers } = foreign;
      const fact = { ...seen.fact, key, pipelineKey };
      const result = await unsent(context, () =>
        decide(context, seen.observation.source, { fact, gate: seen.gate }),
      );
      assertRefused(result, [
        'not-found',
        'not-permitted',
        'stale',
        'gate-closed',
      ]);
      const text = JSON.stringify(result);
      approvers.forEach(name => assert.ok(!text.includes(name), name));
    },
  },
  {
    name: 'whoever has no account at the tool is told so, and nothing is sent',
    needs: [...counted],
    async run(context) {
      const { observation, fact, gate } = await context.seenGate();
      const as = { caller: context.people.unmapped, nativeId: '' };
      const result = await unsent(context, () =>
        decide(context, observation.source, { fact, gate }, { as }),
      );
      assertRefused(result, ['needs-user-credential']);
      assert.equal(result.retryable, false);
    },
  },
  {
    name: 'in-request delivery is refused without the credential of the person; worker delivery needs none',
    needs: [...counted],
    async run(context) {
      const seen = await context.seenGate();
      const { source } = seen.observation;
      const capability = context
        .gates(source)
        .capabilities()
        .find(({ verdict, available }) => verdict === 'approve' && available);
      assert.ok(capability, 'it says that it cannot approve');
      const without = { userCredential: undefined };
      if (capability.delivery === 'in-request') {
        const result = await unsent(context, () =>
          decide(context, source, seen, without),
        );
        assertRefused(result, ['needs-user-credential']);
      } else {
        const result = await decide(context, source, seen, without);
        assert.ok(['applied', 'requested'].includes(result.outcome));
      }
    },
  },
  {
    name: 'a decision whose answer is lost is ambiguous, and counts once when it is repeated',
    needs: [...gated, 'decisionsOf', 'loseAnswers'],
    async run(context) {
      const gate = { approvers: 'both', needed: 2 } as const;
      const seen = await context.seenGate(gate);
      const { observation, run } = seen;
      const { source } = observation;
      const idempotencyKey = uniqueName();
      const mend = await context.begin(context.ability('loseAnswers'));
      const result = await decide(context, source, seen, { idempotencyKey });
      assert.equal(result.outcome, 'ambiguous', JSON.stringify(result));
      await mend();
      const again = await decide(context, source, seen, { idempotencyKey });
      assert.notEqual(again.outcome, 'failed');
      const names = await context.ability('decisionsOf')(run);
      assertSame(names, [context.people.approver.nativeId]);
    },
  },
  {
    name: 'a tool that cannot be reached is a failure that may be repeated',
    needs: [...gated, 'cutOff'],
    async run(context) {
      const seen = await context.seenGate();
      const end = await context.begin(context.ability('cutOff'));
      const { source } = seen.observation;
      const result = await decide(context, source, seen);
      assert.equal(result.outcome, 'failed', JSON.stringify(result));
      assert.equal(result.code, 'upstream-unavailable');
      assert.equal(result.retryable, true);
      await end();
      const again = await decide(context, source, seen);
      assert.ok(['applied', 'requested'].includes(again.outcome));
    },
  },
  {
    name: 'a decision ends at its deadline, however long the tool takes',
    needs: [...gated, 'hang'],
    async run(context) {
      const seen = await context.seenGate();
      await context.begin(context.ability('hang'));
      const { source } = seen.observation;
      const result = await soon(
        decide(context, source, seen, {
          deadlineMs: 300,
          signal: new AbortController().signal,
        }),
      );
      assert.ok(['failed', 'ambiguous'].includes(result.outcome));
    },
  },
  {
    name: 'a decision that is given up before it was sent rejects, and nothing is sent',
    needs: [...counted],
    async run(context) {
      const seen = await context.seenGate();
      const signal = AbortSignal.abort();
      await unsent(context, () =>
        assert.rejects(
          decide(context, seen.observation.source, seen, { signal }),
        ),
      );
    },
  },
];

function stateOf(derived: DerivedRun, id: string) {
  return gatesOf(derived).find(gate => gate.id === id)?.state;
}
