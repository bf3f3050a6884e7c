import {
  imageVersion,
  scopeTarget,
} from '../../../__testUtils__/promotionScope';
import { environmentVersions } from './environmentVersions';
import { imageNames } from './imageNames';

const versionsOf = (...targets: Parameters<typeof scopeTarget>[0][]) => {
  const given = targets.map(target => scopeTarget(target));
  return environmentVersions(
    given,
    imageNames(given.flatMap(item => item.versions.map(({ image }) => image))),
  );
};

describe('environmentVersions', () => {
  it('counts clusters that run the same, the most used version first', () => {
    const versions = versionsOf(
      { cluster: 'a', versions: [imageVersion('v2.0.0')] },
      { cluster: 'b' },
      { cluster: 'c' },
    );
    expect(versions).toMatchObject([
      { name: 'shop', version: 'v1.0.0', clusters: ['b', 'c'] },
      { name: 'shop', version: 'v2.0.0', clusters: ['a'] },
    ]);
  });

  it('shows a moved tag as one version, not pinned, with the ids that clusters report', () => {
    const versions = versionsOf(
      { cluster: 'a', versions: [imageVersion('latest', 'sha256:bb')] },
      { cluster: 'b', versions: [imageVersion('latest', 'sha256:aa')] },
      { cluster: 'c', versions: [imageVersion('latest', 'sha256:aa')] },
    );
    expect(versions).toEqual([
      {
        name: 'shop',
        version: 'latest',
        unpinned: true,
        digests: ['sha256:aa', 'sha256:bb'],
        knowledge: 'known',
        clusters: ['a', 'b', 'c'],
      },
    ]);
  });

  it('reads unknown where nobody can know it, and never the newest', () => {
    const versions = versionsOf(
      { cluster: 'a' },
      { cluster: 'b', versions: [], versionKnowledge: 'unknown' },
      { cluster: 'c', versionKnowledge: 'overridden' },
    );
    expect(
      versions.map(item => [item.version, item.knowledge, item.clusters]),
    ).toEqual([
      ['unknown', 'unknown', ['b']],
      ['v1.0.0', 'known', ['a']],
      ['v1.0.0', 'overridden', ['c']],
    ]);
  });
});
