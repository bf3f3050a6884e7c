import {
  scopeGate,
  scopeRun,
  scopeStage,
} from '../../../__testUtils__/promotionScope';
import { gatesTowards } from './gatesTowards';
import { arrivedAt, hasArrived, isUnderWay, stagesUpTo } from './runProgress';

const stages = [
  scopeStage('canary', { finishedAt: '2026-11-20T12:01:00Z' }),
  scopeStage('approve', { status: 'waiting', requires: ['canary'] }),
  scopeStage('primary', { status: 'pending', requires: ['approve'] }),
];
const waiting = { status: 'waiting' as const, finishedAt: undefined };
const towards = (stage?: string) =>
  scopeRun({
    active: true,
    stages,
    gates: [scopeGate()],
    run: waiting,
    ...(stage && { stage }),
  });

describe('A run', () => {
  it.each([
    [undefined, false, true],
    ['canary', true, false],
    ['primary', false, true],
    ['no such stage', false, true],
  ])('by stage %s has arrived: %s, is under way: %s', (stage, has, under) => {
    expect(hasArrived(towards(stage))).toBe(has);
    expect(isUnderWay(towards(stage))).toBe(under);
  });

  it('that its source gave up on is not under way, however it ended', () => {
    const lost = scopeRun({ run: { status: 'unknown' } });
    expect(isUnderWay(lost)).toBe(false);
    expect(hasArrived(lost)).toBe(false);
  });

  it.each([
    ['is being taken back', 'running', 'running', 'rolling-back', true],
    ['was taken back', 'failed', 'succeeded', 'rolled-back', false],
    [
      'was taken back after its gate ran out',
      'failed',
      'succeeded',
      'timed-out',
      false,
    ],
    ['could not be taken back', 'failed', 'failed', 'rollback-failed', false],
  ] as const)(
    'whose stage succeeded has not arrived once it %s',
    (_, status, back, detail, under) => {
      const run = scopeRun({
        active: status === 'running',
        stage: 'primary',
        stages: [
          scopeStage('primary'),
          scopeStage('ROLLBACK', { kind: 'rollback', status: back }),
        ],
        run: { status, detail },
      });
      expect([hasArrived(run), isUnderWay(run)]).toEqual([false, under]);
    },
  );

  it('that skipped the stage has not arrived and never will', () => {
    const skipped = scopeRun({
      active: true,
      stage: 'primary',
      stages: [scopeStage('primary', { status: 'skipped' })],
      run: waiting,
    });
    expect([hasArrived(skipped), isUnderWay(skipped)]).toEqual([false, false]);
  });

  it('arrived when its stage ended, and otherwise when it did', () => {
    expect(arrivedAt(towards('canary'))).toBe(
      Date.parse('2026-11-20T12:01:00Z'),
    );
    expect(arrivedAt(scopeRun())).toBe(Date.parse('2026-11-20T12:10:00Z'));
    expect(arrivedAt(towards())).toBeUndefined();
  });
});

describe('stagesUpTo', () => {
  it('follows what stages require, and survives a circle', () => {
    expect([...stagesUpTo(stages, 'approve')].sort()).toEqual([
      'approve',
      'canary',
    ]);
    const circle = [
      scopeStage('a', { requires: ['b'] }),
      scopeStage('b', { requires: ['a'] }),
    ];
    expect(stagesUpTo(circle, 'a').size).toBe(2);
  });

  it('goes by the order of the tool where no stage requires another', () => {
    const loose = ['a', 'b', 'c'].map(id => scopeStage(id));
    expect([...stagesUpTo(loose, 'b')].sort()).toEqual(['a', 'b']);
  });
});

describe('gatesTowards', () => {
  it.each([
    ['the run as a whole', undefined, 1],
    ['a stage behind the gate', 'primary', 1],
    ['a stage before the gate', 'canary', 0],
  ])('finds what holds %s', (_, stage, count) => {
    expect(gatesTowards([towards(stage)], 'pending')).toHaveLength(count);
    expect(gatesTowards([towards(stage)], 'upcoming')).toHaveLength(0);
  });

  it('finds none of a run that is over', () => {
    const over = scopeRun({ gates: [scopeGate()] });
    expect(gatesTowards([over], 'pending')).toEqual([]);
  });
});
