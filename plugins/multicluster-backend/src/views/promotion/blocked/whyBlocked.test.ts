import {
  BlockedCode,
  sentence,
  SchedulingReason,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  promotionScope,
  scopeGate,
  scopePipeline,
  scopeRequest,
  scopeRun,
  scopeTarget,
} from '../../../__testUtils__/promotionScope';
import { PromotionScope, ScopePipeline, ScopeRun } from '../PromotionScope';
import { nextStep } from '../rules/nextStep';
import { ScopeRequest } from '../ScopeRequest';
import { BlockedStep } from './BlockedStep';
import { whyBlocked } from './whyBlocked';

const reason = sentence('view.unplaced');
const until = '2026-12-01T08:00:00.000Z';
const frozen = {
  open: false,
  nextOpen: until,
  sentence: sentence('approval.window.frozen', {
    name: 'quarter end',
    opens: new Date(until),
  }),
};
const workload = scopeTarget().workload;

function why(
  given: Partial<PromotionScope>,
  step: Partial<Omit<BlockedStep, 'to'>> = {},
) {
  const to = promotionScope(given);
  return whyBlocked({ to, brings: false, next: nextStep(to), ...step });
}

const by = (given: Partial<ScopePipeline>) => ({
  deliveries: [{ pipeline: scopePipeline(given) }],
});
const going = (run: Partial<ScopeRun['run']>, gates = [scopeGate()]) => ({
  deliveries: [{ pipeline: scopePipeline() }],
  runs: [
    scopeRun({ active: true, gates, run: { finishedAt: undefined, ...run } }),
  ],
});
const unscheduled = (...kinds: string[]) => ({
  open: [
    {
      ...workload,
      summary: {
        state: 'unscheduled' as const,
        flags: [],
        schedulingReasons: kinds.map(
          (kind): SchedulingReason => ({ count: 1, kind, text: kind }),
        ),
      },
    },
  ],
});
const waiting = { status: 'waiting' as const };
const votes = (received: number, n?: number) =>
  going(waiting, [scopeGate({ quorum: { kind: 'n-of', received, n } })]);

/** One story for each code of the closed list. */
const STORIES: Array<
  [string, BlockedCode, Partial<PromotionScope>, Partial<BlockedStep>?]
> = [
  [
    'a template that no policy selects',
    'unscheduled',
    { open: [{ ...workload, unplaced: reason }] },
  ],
  ['a placement that fits no cluster', 'unscheduled', unscheduled('taint')],
  [
    'a placement that no quota is left for',
    'quota',
    unscheduled('taint', 'quota'),
  ],
  [
    'a copy that its policy holds',
    'policy-suspended',
    { targets: [scopeTarget({ state: 'suspended' })] },
  ],
  [
    'a pipeline that somebody suspended',
    'policy-suspended',
    by({ hold: { kind: 'suspended', sentence: reason } }),
  ],
  [
    'a run that is paused without a gate',
    'policy-suspended',
    going({ status: 'paused' }, []),
  ],
  ['a gate that nobody has decided', 'gate-waiting', votes(0, 2)],
  ['a gate that needs another approval', 'quorum', votes(1, 2)],
  ['a gate that needs more than it says', 'quorum', votes(1)],
  [
    'a window that is closed, as the tool says',
    'window',
    by({ hold: { kind: 'window', sentence: reason } }),
  ],
  [
    'what was approved in a window that is closed',
    'window',
    {
      ...going({ status: 'running' }, []),
      requests: [scopeRequest({ state: 'held', window: frozen })],
    },
  ],
  [
    'a gate of its tool that was approved in a window that is closed',
    'window',
    {
      ...votes(0, 2),
      requests: [
        scopeRequest({
          kind: 'gate',
          state: 'held',
          runKey: 'r1',
          gateId: 'approve',
          window: frozen,
        }),
      ],
    },
  ],
  [
    'what asks the portal and nobody has decided',
    'gate-waiting',
    { ...going({ status: 'running' }, []), requests: [scopeRequest()] },
  ],
  [
    'what asks the portal and needs another approval',
    'quorum',
    {
      ...going({ status: 'running' }, []),
      requests: [scopeRequest({ received: 1 })],
    },
  ],
  [
    'a version that is not well where it is',
    'unhealthy-upstream',
    by({}),
    { brings: true, from: { title: 'Test', unhealthy: true } },
  ],
  [
    'a pipeline that differs from its repository',
    'drift',
    by({ sync: { status: 'out-of-sync' } }),
  ],
  ['a source that is not read', 'source-stale', { stale: [reason] }],
  [
    'an agent that its tool cannot reach',
    'agent-offline',
    by({ agent: { nativeId: 'a', name: 'piped', state: 'offline' } }),
  ],
  [
    'a run that should have moved',
    'agent-stuck',
    going({ status: 'pending', detail: 'stuck' }, []),
  ],
  [
    'a run behind another',
    'queued-behind-run',
    going({ status: 'queued' }, []),
  ],
  ['nothing that could bring it', 'no-actuator', {}, { brings: true }],
  ['a run that waits for nobody knows what', 'unknown', going(waiting, [])],
  [
    'a run of which nobody knows what it does',
    'unknown',
    going({ status: 'unknown' }, []),
  ],
];

describe('whyBlocked', () => {
  it.each(
    // Jest takes a parameter that a row does not fill for a callback to wait for.
    STORIES.map(
      ([story, code, given, step = {}]) => [story, code, given, step] as const,
    ),
  )('says of %s: %s', (_, code, given, step) => {
    const said = why(given, step);
    expect(said?.code).toBe(code);
    expect(said?.sentence).toEqual(said?.evidence[0].sentence);
    // A sentence that nobody wrote would read as its own code.
    expect(said?.sentence.text).not.toContain('promotion.');
  });

  it.each<[string, Partial<PromotionScope>]>([
    ['a run moves', going({ status: 'running' }, [])],
    ['a run was just accepted', going({ status: 'pending' }, [])],
    ['everything is well', { targets: [scopeTarget()], ...by({}) }],
    ['an unhealthy neighbour has nothing to bring', by({})],
    [
      'the agent is online',
      by({ agent: { nativeId: 'a', name: 'piped', state: 'online' } }),
    ],
    [
      'a decided gate is left behind',
      { runs: [scopeRun({ gates: [scopeGate({ state: 'approved' })] })] },
    ],
  ])('says nothing where %s', (_, given) => {
    expect(
      why(given, { from: { title: 'Test', unhealthy: true } }),
    ).toBeUndefined();
  });

  it('gives the whole of what it rests on, most telling first', () => {
    const scope = promotionScope({
      ...votes(1, 2),
      ...by({
        agent: { nativeId: 'a', name: 'piped', state: 'offline' },
        hold: {
          kind: 'window',
          sentence: reason,
          until: '2026-11-21T08:00:00Z',
        },
      }),
      stale: [reason],
    });
    const said = whyBlocked({
      to: scope,
      brings: true,
      from: { title: 'Test', unhealthy: true },
      next: nextStep(scope),
    });
    expect(said?.evidence.map(({ code }) => code)).toEqual([
      'quorum',
      'window',
      'unhealthy-upstream',
      'source-stale',
      'agent-offline',
    ]);
    expect(said?.sentence.text).toContain('1 of 2');
    expect(said?.evidence[1].sentence.times).toEqual(['until']);
    expect(said?.evidence[0].url).toBe('https://pipecd.example/deployments/r1');
  });

  it('has a story for every code', () => {
    const codes: Record<BlockedCode, true> = {
      unscheduled: true,
      quota: true,
      'policy-suspended': true,
      'gate-waiting': true,
      quorum: true,
      window: true,
      'unhealthy-upstream': true,
      drift: true,
      'source-stale': true,
      'agent-offline': true,
      'agent-stuck': true,
      'queued-behind-run': true,
      'no-actuator': true,
      unknown: true,
    };
    expect([...new Set(STORIES.map(([, code]) => code))].sort()).toEqual(
      Object.keys(codes).sort(),
    );
  });

  it('names the window that will keep back what still waits for people, with its next opening', () => {
    const said = why({
      ...going({ status: 'running' }, []),
      requests: [
        scopeRequest({ window: frozen }),
        scopeRequest({ title: 'Another', window: frozen }),
      ],
    });
    expect(said?.evidence.map(({ code }) => code)).toEqual([
      'gate-waiting',
      'gate-waiting',
      'window',
    ]);
    expect(said?.evidence[2].sentence.text).toBe(
      'What is approved in Production takes effect later: Frozen by quarter end until 2026-12-01T08:00:00Z',
    );
  });

  it.each<[string, Partial<ScopeRequest>, BlockedCode[]]>([
    [
      'a gate that is decided in its tool',
      { kind: 'gate', runKey: 'r1', gateId: 'approve', delivered: false },
      ['gate-waiting'],
    ],
    [
      'another gate than the one that was approved',
      { kind: 'gate', runKey: 'r1', gateId: 'next', state: 'held' },
      ['gate-waiting', 'window'],
    ],
    [
      'what was approved for another moment, in an open window',
      {
        kind: 'gate',
        runKey: 'r1',
        gateId: 'approve',
        state: 'held',
        window: { open: true },
      },
      ['gate-waiting'],
    ],
  ])('keeps to what a window keeps back: %s', (_, given, codes) => {
    const said = why({
      ...votes(0, 2),
      requests: [scopeRequest({ window: frozen, ...given })],
    });
    expect(said?.evidence.map(({ code }) => code)).toEqual(codes);
  });

  it('says that a tool cannot be read, not that its gate waits, when that was open the last time', () => {
    const { deliveries, runs } = votes(1, 2);
    const lost = runs.map(run => ({ ...run, lastKnown: true }));
    const said = why({ deliveries, runs: lost, stale: [reason] });
    expect(said?.evidence.map(({ code }) => code)).toEqual(['source-stale']);
  });
});
