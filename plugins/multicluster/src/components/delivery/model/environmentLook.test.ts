import { PromotionEnvironment } from '@fairway/backstage-plugin-multicluster-common';
import { environmentLook, isRunLost } from './environmentLook';

type Health = PromotionEnvironment['health'];

describe('environmentLook', () => {
  it.each<[Health, number, number, string]>([
    ['healthy', 2, 0, 'ok'],
    ['healthy', 2, 1, 'ok'],
    ['healthy', 2, 2, 'stale'],
    ['unhealthy', 1, 1, 'stale'],
    ['progressing', 3, 0, 'run'],
    ['absent', 0, 0, 'zero'],
    ['levitating' as Health, 1, 0, 'unknown'],
  ])(
    'draws %s with %d read and %d stale as %s',
    (health, seen, stale, shape) => {
      const coverage = { seen, total: seen, stale, problems: [] };
      expect(environmentLook({ health, coverage }).shape).toBe(shape);
    },
  );
});

describe('isRunLost', () => {
  const run = { source: 'pipecd' } as PromotionEnvironment['run'];
  const gate = (actionable: boolean) =>
    ({ actionable } as PromotionEnvironment['gate']);
  const problem = {
    source: 'pipecd',
    code: 'timeout' as const,
    sentence: { code: 'test', params: {}, text: 'test' },
    since: '2026-11-21T00:00:00Z',
  };
  it.each([
    ['its tool cannot be read', [problem], gate(false), true],
    ['its tool cannot be read and nothing waits', [problem], undefined, true],
    ['its gate was read just now', [problem], gate(true), false],
    [
      'another source cannot be read',
      [{ ...problem, source: 'prod' }],
      gate(false),
      false,
    ],
    ['all is read', [], gate(false), false],
  ])('of a run, when %s', (_, problems, waiting, lost) => {
    const coverage = { seen: 1, total: 1, stale: 0, problems };
    expect(isRunLost({ run, coverage, gate: waiting })).toBe(lost);
  });
});
