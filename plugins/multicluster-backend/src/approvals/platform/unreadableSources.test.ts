import { LaneHealth, SourceHealth } from '../../views/health/SourceHealth';
import { unreadableSources } from './unreadableSources';

const NOW = 1_000_000;

describe('unreadableSources', () => {
  const lane = (
    state: LaneHealth['state'],
    contactAt?: number,
  ): LaneHealth => ({
    laneId: 1,
    sourceId: 1,
    controlPlane: 'west',
    facet: 'runs',
    name: 'runs',
    subject: '',
    state,
    everRead: true,
    contactAt,
    objects: 0,
    relists: 0,
    errors: 0,
  });
  const source = (
    state: SourceHealth['state'],
    lanes: LaneHealth[],
  ): SourceHealth => ({
    id: 'west',
    type: 'tool',
    state,
    lanes,
    problems: [],
    everRead: true,
  });

  it.each<[string, SourceHealth, boolean]>([
    ['is read', source('live', [lane('live', NOW)]), false],
    ['is only starting', source('starting', [lane('syncing')]), false],
    [
      'failed a moment ago',
      source('down', [lane('failed', NOW - 5_000)]),
      false,
    ],
    [
      'fails for a minute',
      source('down', [lane('failed', NOW - 60_000)]),
      true,
    ],
    ['was never read', source('down', [lane('failed')]), true],
    ['is silent', source('down', [lane('stale', NOW - 200_000)]), true],
    [
      'is silent in what is read of it, whatever is not',
      source('down', [lane('stale', NOW - 200_000), lane('off', NOW)]),
      true,
    ],
    [
      'is read in part',
      source('degraded', [lane('failed', 0), lane('live', NOW)]),
      false,
    ],
    ['is not configured as it has to be', source('broken', []), true],
  ])('a source that %s', (_, given, expected) => {
    expect(unreadableSources({ sources: [given] }, NOW).has('west')).toBe(
      expected,
    );
  });
});
