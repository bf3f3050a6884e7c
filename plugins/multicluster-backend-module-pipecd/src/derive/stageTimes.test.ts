import { PipecdRun } from '../native/PipecdRun';
import { StageStart } from './RunMemory';
import { stageTimes } from './stageTimes';

const RUNNING = { generation: 'v0', status: 2 } as const;
const OVER = { generation: 'v0', status: 6, completedAt: 90 } as const;
const seen = (first: number, last = first): StageStart => ({
  key: 's',
  retried: 0,
  first,
  last,
});

type Run = Pick<PipecdRun, 'generation' | 'status' | 'completedAt'>;

describe('stageTimes', () => {
  it.each<
    [
      string,
      Run,
      { status: number; at?: number },
      StageStart | undefined,
      number | undefined,
      { start?: number; end?: number },
    ]
  >([
    ['none before it began', RUNNING, { status: 0 }, undefined, 40, {}],
    [
      'its start while it runs',
      RUNNING,
      { status: 1, at: 50 },
      seen(50),
      40,
      { start: 50 },
    ],
    [
      'the first start after a restart moved it',
      RUNNING,
      { status: 1, at: 80 },
      seen(50, 80),
      40,
      { start: 50 },
    ],
    [
      'from the first start seen to its end',
      RUNNING,
      { status: 2, at: 85 },
      seen(50, 80),
      40,
      { start: 50, end: 85 },
    ],
    [
      'from the end of the stage before when nobody saw it run',
      RUNNING,
      { status: 2, at: 60 },
      undefined,
      40,
      { start: 40, end: 60 },
    ],
    [
      'only its end when nothing stands before it',
      RUNNING,
      { status: 2, at: 60 },
      undefined,
      undefined,
      { end: 60 },
    ],
    [
      'none when it failed before it began',
      OVER,
      { status: 3 },
      undefined,
      40,
      {},
    ],
    [
      'v0: to the end of the run that cancelled it',
      OVER,
      { status: 4, at: 50 },
      seen(50),
      40,
      { start: 50, end: 90 },
    ],
    [
      'v0: the same when nobody saw it run',
      OVER,
      { status: 4, at: 50 },
      undefined,
      40,
      { start: 50, end: 90 },
    ],
    [
      'v0: the same after a restart moved its start',
      OVER,
      { status: 4, at: 80 },
      seen(50, 80),
      40,
      { start: 50, end: 90 },
    ],
    [
      'v0: to an end of its own when it has one',
      OVER,
      { status: 4, at: 70 },
      seen(50),
      40,
      { start: 50, end: 70 },
    ],
    [
      'v1: to the end that it reports',
      { ...OVER, generation: 'v1' },
      { status: 4, at: 70 },
      undefined,
      40,
      { start: 40, end: 70 },
    ],
    [
      'only its end when clocks disagree',
      RUNNING,
      { status: 2, at: 45 },
      undefined,
      46,
      { end: 45 },
    ],
    [
      'of a status nobody knows as of one that is over',
      RUNNING,
      { status: 42, at: 60 },
      seen(50),
      40,
      { start: 50, end: 60 },
    ],
  ])('are %s', (_, run, { status, at }, known, before, expected) => {
    const stage = {
      id: 's',
      key: 's',
      name: 'S',
      retried: 0,
      requires: [],
      status,
      at,
    };
    const { late, ...times } = stageTimes(stage, run, known, before);
    expect(times).toEqual(expected);
    expect(Boolean(late)).toBe(false);
  });
});
