import {
  RUN_TIME,
  scopeGate,
  scopeRun,
} from '../../../__testUtils__/promotionScope';
import { ScopeRun } from '../PromotionScope';
import { leadTime } from './leadTime';
import { RunChange } from './runIntervals';

const MINUTE = 60_000;
const at = (minutes: number) => RUN_TIME + minutes * MINUTE;
const iso = (minutes: number) => new Date(at(minutes)).toISOString();
const change = (
  runRowId: number,
  subject: string,
  to: string,
  minutes: number,
): RunChange => ({ runRowId, subject, to, at: at(minutes) });

/** Committed an hour before; waits 1 minute, is asked about from 3 to 8, and is a success after 10. */
const run = scopeRun({ gates: [scopeGate({ state: 'approved' })] });
const changes = [
  change(1, 'status', 'running', 1),
  change(1, 'gate/approve', 'pending', 3),
  change(1, 'gate/approve', 'approved', 8),
];
const minutesOf = (runs: ScopeRun[], seen: RunChange[], arrived?: number) => {
  const lead = leadTime({
    runs,
    changes: seen,
    ...(arrived !== undefined && { arrivedAt: at(arrived) }),
  });
  const minutes = (ms?: number) => (ms === undefined ? undefined : ms / MINUTE);
  return {
    build: minutes(lead.buildMs),
    queue: minutes(lead.queueMs),
    human: minutes(lead.humanWaitMs),
    deploy: minutes(lead.deployMs),
    total: minutes(lead.totalMs),
  };
};

describe('leadTime', () => {
  it('begins with the first run where the commit is dated after it, so that the parts are never more than the whole', () => {
    const ahead = scopeRun({
      gates: [scopeGate({ state: 'approved' })],
      run: { commit: { sha: 'aaaaaaa1', createdAt: iso(7) } },
    });
    expect(minutesOf([ahead], changes, 10)).toEqual({
      build: undefined,
      queue: 1,
      human: 5,
      deploy: 4,
      total: 10,
    });
  });

  it('splits the time of a change, which the parts are the whole of', () => {
    expect(minutesOf([run], changes, 10)).toEqual({
      build: 60,
      queue: 1,
      human: 5,
      deploy: 4,
      total: 70,
    });
    expect(leadTime({ runs: [run], changes, arrivedAt: at(10) })).toMatchObject(
      {
        from: '2026-11-20T11:00:00.000Z',
        to: iso(10),
        commit: { sha: 'aaaaaaa1' },
      },
    );
  });

  it.each([
    ['later than the success of the tool', 25, 19, 85],
    ['before the tool calls it a success', 9, 3, 69],
  ])('ends when clusters run it, %s', (_, arrived, deploy, total) => {
    expect(minutesOf([run], changes, arrived)).toMatchObject({ deploy, total });
  });

  it('counts as waiting for people what a stage that asks the portal waited, and not as deploying', () => {
    const asked = scopeGate({
      id: 'portal:1',
      state: 'approved',
      openedAt: iso(2),
      closedAt: iso(7),
      requestId: '1',
    });
    const started = [change(1, 'status', 'running', 1)];
    expect(minutesOf([scopeRun({ gates: [asked] })], started, 10)).toEqual({
      build: 60,
      queue: 1,
      human: 5,
      deploy: 4,
      total: 70,
    });
  });

  it('counts no time between two runs to anybody', () => {
    const second = scopeRun({
      rowId: 2,
      run: { createdAt: iso(40), startedAt: iso(42), finishedAt: iso(50) },
    });
    expect(minutesOf([second, run], changes, 55)).toEqual({
      build: 60,
      queue: 3,
      human: 5,
      deploy: 4 + 13,
      total: 115,
    });
  });

  it('counts time that two gates waited at once only once', () => {
    const gates = ['a', 'b'].map(id => scopeGate({ id, state: 'approved' }));
    const seen = [
      change(1, 'gate/a', 'pending', 2),
      change(1, 'gate/b', 'pending', 3),
      change(1, 'gate/a', 'approved', 5),
      change(1, 'gate/b', 'rejected', 7),
    ];
    expect(minutesOf([scopeRun({ gates })], seen, 10).human).toBe(5);
  });

  it('takes no account of runs that came after it had arrived', () => {
    const later = scopeRun({ rowId: 2, run: { createdAt: iso(90) } });
    expect(minutesOf([run, later], changes, 10)).toMatchObject({ deploy: 4 });
  });

  it('has no end, and no sum, while clusters do not run it', () => {
    expect(minutesOf([run], changes)).toEqual({
      build: 60,
      queue: 1,
      human: 5,
      deploy: undefined,
      total: undefined,
    });
  });

  it.each<[string, ScopeRun, RunChange[], object]>([
    [
      'a gate still waits',
      scopeRun({ gates: [scopeGate()] }),
      changes.slice(0, 2),
      { human: undefined, deploy: undefined, queue: 1 },
    ],
    [
      'nobody saw the gate wait',
      run,
      [],
      { human: undefined, deploy: undefined, queue: 1 },
    ],
    [
      'the run has not begun',
      scopeRun({ run: { startedAt: undefined } }),
      [],
      { queue: undefined, deploy: undefined, human: 0 },
    ],
    [
      'the run is not planned',
      scopeRun({ run: { status: 'pending', startedAt: undefined } }),
      [],
      { queue: undefined, deploy: undefined, human: undefined },
    ],
    [
      'the commit has no time',
      scopeRun({ run: { commit: { sha: 'a' } } }),
      [],
      { build: undefined, total: undefined, queue: 1 },
    ],
    [
      'the commit is later than its run',
      scopeRun({ run: { commit: { sha: 'a', createdAt: iso(1) } } }),
      [],
      { build: undefined, total: 10 },
    ],
  ])('leaves out what is not known where %s', (_, given, seen, expected) => {
    expect(minutesOf([given], seen, 10)).toMatchObject(expected);
  });

  it('believes the tool where a gate was open before anybody looked, and knows no wait where it does not say since when', () => {
    const decided = [change(1, 'gate/approve', 'approved', 8)];
    const gates = [scopeGate({ state: 'approved', openedAt: iso(3) })];
    expect(minutesOf([scopeRun({ gates })], decided, 10).human).toBe(5);
    const unsaid = [scopeGate({ state: 'approved' })];
    expect(
      minutesOf([scopeRun({ gates: unsaid })], decided, 10).human,
    ).toBeUndefined();
  });

  it('believes the tool where a gate was over before anybody looked', () => {
    const gates = [
      scopeGate({ state: 'approved', openedAt: iso(4), closedAt: iso(6) }),
    ];
    expect(minutesOf([scopeRun({ gates })], [], 10).human).toBe(2);
  });
});
