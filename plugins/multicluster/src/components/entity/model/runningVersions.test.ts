import { parseImage } from '@fairway/backstage-plugin-multicluster-common';
import { buildTarget } from '../../../__testUtils__/buildTarget';
import { runningVersions } from './runningVersions';

const newest = [parseImage('app', 'registry.example/checkout:v2.0.0')];
const overridden = {
  versions: [],
  versionKnowledge: 'overridden' as const,
};

describe('runningVersions', () => {
  it.each([
    [
      'names each version that runs once',
      [
        buildTarget('m1'),
        buildTarget('m2'),
        buildTarget('m3', { version: 'v1.9.0' }),
      ],
      ['v1.8.2', 'v1.9.0'],
      undefined,
    ],
    [
      'never names the newest where nobody knows what runs',
      [buildTarget('m1', overridden)],
      [],
      'overridden',
    ],
    ['names what was wanted of what runs nowhere', [], ['v2.0.0'], undefined],
  ])('%s', (_, targets, versions, knowledge) => {
    const shown = runningVersions({ targets }, newest);
    expect(shown.versions.map(item => item.version)).toEqual(versions);
    expect(shown.knowledge).toBe(knowledge);
  });
});
