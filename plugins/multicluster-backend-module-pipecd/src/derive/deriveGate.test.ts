import {
  CREATED,
  deployment,
  deploymentV1,
  derive,
  NOW,
  piped,
  stage,
} from '../__fixtures__/objects';
import { Gate } from '@fairway/backstage-plugin-multicluster-common';
import { GateLog } from '../native/GateLog';
import { RawStage } from '../wire/messages';

/** The gate of a run that has only it. */
function gate(
  run: number,
  status: number,
  parts: Partial<RawStage> = {},
  log?: GateLog,
  v1 = false,
): Gate {
  const make = v1 ? deploymentV1 : deployment;
  const raw = make({
    status: run,
    stages: [stage('WAIT_APPROVAL', status, 10, { id: 'g', ...parts })],
  });
  const { stages } = derive(raw, { ...(log && { learnt: { g: log } }) });
  if (!stages[0].gate) {
    throw new Error('No gate');
  }
  return stages[0].gate;
}

const named = (...names: string[]): GateLog => ({
  minimum: 2,
  approvals: names.map(name => ({ name })),
});
const listed = { metadata: { Approvers: 'alice,bob,carol' } };

describe('a gate', () => {
  it.each([
    ['PLANNED', 1, 0, 'upcoming', false],
    ['RUNNING', 2, 0, 'upcoming', false],
    ['RUNNING', 2, 1, 'pending', true],
    ['ROLLING_BACK', 3, 1, 'orphaned', false],
    ['CANCELLED', 6, 1, 'orphaned', false],
    ['ROLLING_BACK', 3, 0, 'cancelled', false],
    ['FAILURE', 5, 0, 'cancelled', false],
    ['RUNNING', 2, 2, 'approved', false],
    ['RUNNING', 2, 3, 'expired', false],
    ['CANCELLED', 6, 4, 'cancelled', false],
    ['RUNNING', 2, 5, 'skipped', false],
    ['RUNNING', 2, 42, 'unknown', false],
    ['42', 42, 1, 'unknown', false],
  ])(
    'of a deployment that is %s (%i), itself %i, is %s; a decision counts: %s',
    (_, run, status, state, actionable) => {
      expect(gate(run, status)).toMatchObject({ state, actionable });
    },
  );

  it('of a v1 run that failed is no rejection and no timeout that anybody states', () => {
    expect(gate(5, 3, {}, undefined, true)).toMatchObject({
      state: 'unknown',
      sentence: { code: 'gate.failed' },
    });
  });

  it('of a plugin with a name of its own is one by its operation', () => {
    const own = { name: 'MY_GATE', available_operation: 2 };
    expect(gate(2, 1, own, undefined, true)).toMatchObject({
      state: 'pending',
      actionable: true,
      title: 'MY_GATE',
    });
  });

  it.each<[string, Gate, object, string]>([
    [
      'says nothing of how many are needed before its log was read',
      gate(2, 1, listed),
      { kind: 'n-of', received: 0 },
      'Waits for approval: nobody approved yet, may be given by alice, bob, carol',
    ],
    [
      'says how many are needed once it was',
      gate(2, 1, listed, named()),
      { kind: 'n-of', n: 2, received: 0 },
      'Waits for approval: 2 are needed, may be given by alice, bob, carol',
    ],
    [
      'v0: counts from metadata',
      gate(
        2,
        1,
        { metadata: { ...listed.metadata, ApprovedBy: 'bob' } },
        named(),
      ),
      { kind: 'n-of', n: 2, received: 1 },
      'Waits for approval: 1 of 2 given by bob, may still be given by alice, carol',
    ],
    [
      'v1: counts from the log, where metadata has nothing',
      gate(
        2,
        1,
        { authorized_operators: ['alice', 'bob'] },
        named('alice'),
        true,
      ),
      { kind: 'n-of', n: 2, received: 1 },
      'Waits for approval: 1 of 2 given by alice, may still be given by bob',
    ],
    [
      'names who approved although nobody knows how many are needed',
      gate(2, 1, { metadata: { Approvers: '', ApprovedBy: 'zoe' } }),
      { kind: 'n-of', received: 1 },
      'Waits for approval: given by zoe, how many are needed is not stated, may be given by whoever may change runs in the tool',
    ],
    [
      'v1: takes names in the order of the log, as metadata has none',
      gate(
        2,
        2,
        { metadata: { 'pipecd/stage-approved-users': 'alice, carol' } },
        named('carol', 'alice'),
        true,
      ),
      { kind: 'n-of', n: 2, received: 2 },
      'Approved by carol, alice',
    ],
    [
      'does not say who approved when PipeCD does not',
      gate(2, 2),
      { kind: 'n-of', received: 0 },
      'Passed; the tool does not say who approved',
    ],
  ])('%s', (_, { quorum, sentence }, expected, text) => {
    expect([quorum, sentence.text]).toEqual([expected, text]);
  });

  it('flags who is not on its list, and says so of the run', () => {
    const metadata = { Approvers: 'alice', ApprovedBy: 'mallory, alice' };
    const raw = deployment({
      status: 4,
      stages: [stage('WAIT_APPROVAL', 2, 10, { metadata })],
    });
    const { stages, notes } = derive(raw);
    expect(
      stages[0].gate?.decisions.map(({ actor, listed: on }) => [
        actor.nativeId,
        on,
      ]),
    ).toEqual([
      ['mallory', false],
      ['alice', true],
    ]);
    expect(stages[0].gate?.sentence.text).toBe(
      'Approved by mallory, alice, of whom mallory is not on its list',
    );
    expect(notes.map(({ text }) => text)).toEqual([
      'mallory approved WAIT_APPROVAL without being on its list',
    ]);
  });

  it('without a list takes anybody, and flags nobody', () => {
    const open = gate(2, 2, { metadata: { Approvers: '', ApprovedBy: 'zoe' } });
    expect(open).toMatchObject({
      anyone: true,
      approvers: [],
      decisions: [{ listed: true, verdict: 'approved' }],
    });
  });

  it('says when somebody approved, where the log does', () => {
    const log = { approvals: [{ name: 'alice', at: CREATED + 15 }] };
    expect(gate(2, 1, listed, log).decisions[0].at).toBe(
      '2026-11-21T11:20:15Z',
    );
  });

  it('assumes six hours from the latest report that it runs', () => {
    const first = deployment({ stages: [stage('WAIT_APPROVAL', 1, 10)] });
    const moved = deployment({ stages: [stage('WAIT_APPROVAL', 1, 90)] });
    const derived = derive(moved, { previous: derive(first) });
    expect(derived.stages[0].gate).toMatchObject({
      openedAt: '2026-11-21T11:20:10Z',
      expiresAt: '2026-11-21T17:21:30Z',
      expiryAssumed: true,
    });
  });

  it.each([
    [
      'its piped is offline, so that nobody counts',
      { agent: { ...piped, state: 'offline' as const, since: NOW } },
    ],
    ['they are past and it is still open', { now: NOW + 7 * 60 * 60 * 1000 }],
  ])('assumes nothing when %s', (_, input) => {
    const raw = deployment({ stages: [stage('WAIT_APPROVAL', 1, 10)] });
    expect(derive(raw, input).stages[0].gate).not.toHaveProperty('expiresAt');
  });

  it('says that approvals are lost with a v1 piped that stopped', () => {
    const raw = deploymentV1({
      status: 6,
      status_reason: 'Deployment was cancelled while executing stage g',
      stages: [stage('WAIT_APPROVAL', 4, 20, { id: 'g' })],
    });
    const text = (log?: GateLog) =>
      derive(raw, { ...(log && { learnt: { g: log } }) }).stages[0].gate
        ?.sentence.text;
    expect(text(named('alice'))).toBe(
      'Cancelled by a stop of piped-one; the approvals of alice are lost',
    );
    expect(text()).toBe('Cancelled by a stop of piped-one; nobody decided it');
  });

  it('has another version once it is open, and with each further opening, but not after a restart', () => {
    expect([
      gate(1, 0).version,
      gate(2, 1).version,
      gate(2, 1, { completed_at: CREATED + 99 }).version,
      gate(2, 1, { retried_count: 1 }).version,
    ]).toEqual(['d1/g/0', 'd1/g/1', 'd1/g/1', 'd1/g/2']);
  });
});
