import {
  CREATED,
  deployment,
  derive,
  NOW,
  piped,
} from '../__fixtures__/objects';

const PENDING = deployment({ status: undefined });
const MINUTE = 60_000;
const made = CREATED * 1000;
const offline = { ...piped, state: 'offline' as const, since: made + MINUTE };
const ahead = [{ key: 'd0', status: 'running' as const }];

/** `status:detail`, the code of the sentence, and in how many minutes from its making it is looked at again. */
function pending(input: Parameters<typeof derive>[1]) {
  const { status, detail, sentence, recheckAt } = derive(PENDING, input);
  return [
    detail ? `${status}:${detail}` : status,
    sentence.code,
    recheckAt && (recheckAt - made) / MINUTE,
  ];
}

describe('a deployment that has not begun', () => {
  it.each<[string, Parameters<typeof derive>[1], unknown[]]>([
    ['waits to be planned', {}, ['pending', 'run.pending', 5]],
    [
      'is still no fault just before five minutes',
      { now: made + 5 * MINUTE - 1 },
      ['pending', 'run.pending', 5],
    ],
    [
      'is a fault after five minutes with nothing before it and its piped online',
      { now: made + 5 * MINUTE },
      ['pending:stuck', 'run.neverPlanned', undefined],
    ],
    [
      'is none behind another run',
      { now: made + 60 * MINUTE, ahead },
      ['queued', 'run.queued', undefined],
    ],
    [
      'says that the run before it waits for somebody',
      { ahead: [{ key: 'd0', status: 'waiting' }] },
      ['queued', 'run.queuedBehindGate', undefined],
    ],
    [
      'is none while its piped is offline',
      { now: made + 60 * MINUTE, agent: offline },
      ['pending:agent-stopped', 'run.agentOffline', undefined],
    ],
    [
      'is none when its piped is just back',
      { now: made + 8 * MINUTE, agent: { ...piped, since: made + 7 * MINUTE } },
      ['pending', 'run.pending', 12],
    ],
    [
      'is none when nobody knows of its piped',
      { now: made + 60 * MINUTE, agent: undefined },
      ['pending', 'run.pending', undefined],
    ],
    [
      'is none when the state of its piped is not known',
      { now: made + 60 * MINUTE, agent: { ...piped, state: 'unknown' } },
      ['pending', 'run.pending', undefined],
    ],
    [
      'says that its piped is disabled',
      { now: made + 60 * MINUTE, agent: { ...piped, disabled: true } },
      ['pending', 'run.agentDisabled', undefined],
    ],
  ])('%s', (_, input, expected) => {
    expect(pending(input)).toEqual(expected);
  });

  it('has five minutes of its own after the run before it is over', () => {
    const queued = derive(PENDING, { now: made + 30 * MINUTE, ahead });
    const now = made + 31 * MINUTE;
    const free = derive(PENDING, { now, previous: queued });
    expect([free.status, free.detail]).toEqual(['pending', undefined]);
    expect(free.recheckAt).toBe(now + 5 * MINUTE);
    const later = derive(PENDING, { now: now + 5 * MINUTE, previous: free });
    expect([later.status, later.detail]).toEqual(['pending', 'stuck']);
  });

  it.each([
    [
      'is none for a later part of a chain, which waits for the parts before it',
      1,
      'run.pendingInChain',
      undefined,
    ],
    [
      'is one for the first part of a chain',
      undefined,
      'run.neverPlanned',
      'stuck',
    ],
  ])('%s', (_, deployment_chain_block_index, code, detail) => {
    const raw = deployment({
      status: undefined,
      deployment_chain_id: 'chain',
      deployment_chain_block_index,
    });
    const derived = derive(raw, { now: made + 60 * MINUTE });
    expect([derived.sentence.code, derived.detail]).toEqual([code, detail]);
  });

  it('counts the runs before it', () => {
    const { sentence } = derive(PENDING, {
      ahead: [...ahead, { key: 'd-1', status: 'queued' }],
    });
    expect(sentence.text).toBe(
      'Waits until 2 earlier runs of the same pipeline are over',
    );
  });

  it('is about to start once it is planned', () => {
    const { status, sentence, nativeStatus } = derive(
      deployment({ status: 1 }),
    );
    expect([status, sentence.code, nativeStatus]).toEqual([
      'pending',
      'run.planned',
      'DEPLOYMENT_PLANNED',
    ]);
  });

  it('says since when its piped is offline', () => {
    expect(derive(PENDING, { agent: offline, now: NOW }).sentence.text).toBe(
      'piped-one, which has to run it, is offline since 2026-11-21T11:21:00Z',
    );
  });
});
