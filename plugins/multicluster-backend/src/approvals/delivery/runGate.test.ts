import { Gate } from '@fairway/backstage-plugin-multicluster-common';
import { draftOf } from '../__testUtils__/draftOf';
import { StepRecord } from '../model/StepRecord';
import { VoteRecord } from '../model/VoteRecord';
import { GateSight } from './GateSight';
import { outcomeOfGate } from './outcomeOfGate';
import { planRunGate } from './planRunGate';
import { preflightOfGate } from './preflightOfGate';

const said = { code: 'x', params: {}, text: 'x' };

function gate(more: Partial<Gate> = {}): Gate {
  return {
    id: 'approve',
    state: 'pending',
    version: '1',
    title: 'Approve',
    approvers: [],
    anyone: true,
    quorum: { kind: 'none-declared', received: 0 },
    decisions: [],
    enforcement: 'enforced',
    identityModes: ['impersonated'],
    actionable: true,
    sentence: said,
    ...more,
  };
}

function by(name: string, verdict: 'approved' | 'rejected' = 'approved') {
  return {
    actor: { nativeId: name, kind: 'user' as const },
    verdict,
    listed: true,
  };
}

function step(id: string, more: Partial<StepRecord> = {}): StepRecord {
  return {
    id,
    deliveryId: 'd',
    requestId: 'r',
    generation: 1,
    ordinal: 0,
    key: id,
    title: id,
    state: 'sent',
    identity: { mode: 'impersonated', nativeId: id },
    idempotencyKey: id,
    fence: 1,
    attempts: 1,
    failures: 0,
    sentAt: 1_000,
    ...more,
  };
}

const waiting = { status: 'waiting' as const };

function sight(more: Partial<GateSight> = {}): GateSight {
  return {
    run: waiting,
    gate: gate(),
    steps: [step('ann')],
    names: ['ann'],
    decision: 'approve',
    gateVersion: '1',
    ...more,
  };
}

describe('planRunGate', () => {
  const votes = ['bob', 'ann', 'cid'].map(
    (voter, index) =>
      ({
        voter,
        decision: voter === 'cid' ? 'reject' : 'approve',
        ordinal: 2 - index,
      } as VoteRecord),
  );
  const request = { ...draftOf('plan'), decision: 'approve' as const };
  const keys = (
    more: Partial<Parameters<typeof planRunGate>[0]>,
    countsPeople: boolean,
  ) =>
    planRunGate({ ...request, ...more }, votes, { countsPeople }).map(
      ({ voter }) => voter,
    );

  it('is a step for each person in the order of the votes where the tool counts people', () => {
    expect(keys({}, true)).toEqual(['ann', 'bob']);
  });

  it('is one step of the last voter where it does not, and for a refusal, and within a request', () => {
    expect(keys({}, false)).toEqual(['bob']);
    expect(keys({ decision: 'reject' }, true)).toEqual(['cid']);
    expect(keys({ delivery: 'in-request' }, true)).toEqual(['bob']);
  });

  it('is also whoever decided past the rules', () => {
    expect(
      keys({ breakGlass: { by: 'eve', reason: '', reviewBy: 0 } }, true),
    ).toEqual(['ann', 'bob', 'eve']);
  });
});

describe('preflightOfGate', () => {
  it.each<[string, Partial<GateSight>, object]>([
    ['a gate that waits', {}, { go: true }],
    ['no run any more', { run: undefined }, { why: 'ended', how: 'cancelled' }],
    [
      'no gate any more',
      { gate: undefined },
      { why: 'ended', how: 'cancelled' },
    ],
    [
      'another opening of the gate',
      { gate: gate({ version: '2' }) },
      { why: 'ended', how: 'cancelled' },
    ],
    [
      'a run that goes back',
      { gate: gate({ state: 'orphaned' }) },
      { why: 'ended', how: 'cancelled' },
    ],
    [
      'a run that is over',
      { run: { status: 'cancelled' } },
      { why: 'ended', how: 'cancelled' },
    ],
    [
      'a gate whose time ran out',
      { gate: gate({ state: 'expired' }) },
      { why: 'ended', how: 'expired' },
    ],
    [
      'a gate that cannot be decided now',
      { gate: gate({ actionable: false }) },
      { why: 'wait' },
    ],
    [
      'a gate that somebody else approved',
      { gate: gate({ state: 'approved', decisions: [by('zoe')] }) },
      { why: 'decided', decision: 'approve', by: { nativeId: 'zoe' } },
    ],
    [
      'a gate that our steps before this one approved',
      {
        gate: gate({ state: 'approved', decisions: [by('bob')] }),
        steps: [step('bob', { state: 'observed' }), step('ann')],
      },
      { why: 'not-needed' },
    ],
    [
      'a person whom the tool counted already, with others to come',
      {
        gate: gate({ decisions: [by('Ann')] }),
        steps: [step('ann'), step('bob', { state: 'queued' })],
      },
      { why: 'not-needed' },
    ],
    [
      'the last person, whom the tool counted already while it waits for more',
      { gate: gate({ decisions: [by('Ann')] }) },
      { why: 'wait', sentence: { code: 'approval.step.counted' } },
    ],
  ])('says of %s what may be done', (_, more, expected) => {
    expect(preflightOfGate(sight(more))).toMatchObject(expected);
  });
});

describe('outcomeOfGate', () => {
  const outcome = (
    more: Partial<GateSight>,
    rest: { step?: StepRecord; now?: number; settle?: boolean } = {},
  ) =>
    outcomeOfGate({
      ...sight(more),
      step: rest.step ?? step('ann'),
      now: rest.now ?? 2_000,
      repetition: rest.settle ? 'settle' : 'none',
    });

  it('is seen when the tool names the person, and the next may be told', () => {
    expect(
      outcome({
        gate: gate({ decisions: [by('ann')] }),
        steps: [step('ann'), step('bob', { state: 'queued' })],
      }),
    ).toEqual({ state: 'observed' });
    expect(
      outcome({ gate: gate({ state: 'approved', decisions: [by('ann')] }) }),
    ).toEqual({ state: 'observed' });
  });

  it.each<[string, Partial<GateSight>, object]>([
    [
      'waits for more people than we have',
      { gate: gate({ decisions: [by('ann')] }) },
      {
        state: 'waiting',
        settled: false,
        sentence: { code: 'approval.step.counted' },
      },
    ],
    [
      'gave up',
      { gate: gate({ state: 'expired', decisions: [by('ann')] }) },
      { state: 'ended', how: 'expired' },
    ],
    [
      'was cancelled',
      { gate: gate({ state: 'cancelled', decisions: [by('ann')] }) },
      { state: 'ended', how: 'cancelled' },
    ],
    [
      'stands in a run that is over',
      {
        gate: gate({ decisions: [by('ann')] }),
        run: { status: 'cancelled' },
      },
      { state: 'ended', how: 'cancelled' },
    ],
  ])(
    'is not called applied where the tool counted the last of our people and its gate %s',
    (_, more, expected) => {
      expect(outcome(more)).toMatchObject(expected);
    },
  );

  it('is never seen because the tool took it: a gate that waits goes on waiting', () => {
    expect(outcome({})).toEqual({ state: 'waiting', settled: true });
    expect(outcome({}, { settle: true })).toMatchObject({ settled: false });
    expect(outcome({}, { settle: true, now: 17_000 })).toMatchObject({
      settled: true,
    });
  });

  it.each<[string, Partial<GateSight>, object, StepRecord?]>([
    [
      'approved by somebody else',
      { gate: gate({ state: 'approved', decisions: [by('zoe')] }) },
      { state: 'decided-elsewhere', by: { nativeId: 'zoe' } },
    ],
    [
      'approved by another step of ours, before this one was counted',
      {
        gate: gate({ state: 'approved', decisions: [by('bob')] }),
        steps: [step('bob', { state: 'observed' }), step('ann')],
      },
      { state: 'not-needed' },
    ],
    [
      'approved, and the tool names nobody',
      { gate: gate({ state: 'approved' }) },
      { state: 'unproven' },
    ],
    [
      'approved, the tool names nobody, and nobody knows whether it took ours',
      { gate: gate({ state: 'approved' }) },
      { state: 'decided-elsewhere' },
      step('ann', { state: 'ambiguous' }),
    ],
    [
      'out of time',
      { gate: gate({ state: 'expired' }) },
      { state: 'ended', how: 'expired' },
    ],
    [
      'cancelled with whoever ran it',
      { gate: gate({ state: 'cancelled' }) },
      { state: 'ended', how: 'cancelled' },
    ],
    [
      'rejected while we approved',
      { gate: gate({ state: 'rejected', decisions: [by('zoe', 'rejected')] }) },
      { state: 'decided-elsewhere', decision: 'reject' },
    ],
    [
      'cancelled by the person whose refusal it is',
      {
        decision: 'reject',
        gate: gate({ state: 'cancelled' }),
        run: {
          status: 'cancelled',
          endedBy: { nativeId: 'ann', kind: 'user' },
        },
      },
      { state: 'observed' },
    ],
    [
      'cancelled by somebody else while a refusal was under way',
      {
        decision: 'reject',
        gate: gate({ state: 'cancelled' }),
        run: {
          status: 'cancelled',
          endedBy: { nativeId: 'zoe', kind: 'user' },
        },
      },
      { state: 'ended', how: 'cancelled' },
    ],
  ])('of a gate that is %s', (_, more, expected, ...[mine]) => {
    expect(outcome(more, { step: mine })).toMatchObject(expected);
  });
});
