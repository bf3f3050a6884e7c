import { LeadTime } from '@fairway/backstage-plugin-multicluster-common';
import { leadSegments } from './leadSegments';

describe('leadSegments', () => {
  it.each<[LeadTime, Array<[string, number, number]>]>([
    [{}, []],
    [
      { totalMs: 100, buildMs: 20, queueMs: 20, humanWaitMs: 50, deployMs: 10 },
      [
        ['build', 20, 0.2],
        ['queue', 20, 0.2],
        ['humanWait', 50, 0.5],
        ['deploy', 10, 0.1],
      ],
    ],
    [
      { totalMs: 100, deployMs: 25 },
      [
        ['deploy', 25, 0.25],
        ['rest', 75, 0.75],
      ],
    ],
    [{ totalMs: 100 }, [['rest', 100, 1]]],
    [{ buildMs: 40 }, [['build', 40, 1]]],
    [
      { totalMs: 50, buildMs: 40, deployMs: 40 },
      [
        ['build', 40, 0.5],
        ['deploy', 40, 0.5],
      ],
    ],
    [{ totalMs: 10, buildMs: 0, queueMs: 10 }, [['queue', 10, 1]]],
  ])('splits %j', (lead, segments) => {
    expect(
      leadSegments(lead).map(({ part, ms, share }) => [part, ms, share]),
    ).toEqual(segments);
  });
});
