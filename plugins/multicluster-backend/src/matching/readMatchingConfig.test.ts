import { ConfigReader } from '@backstage/config';
import { readMatchingConfig } from './readMatchingConfig';

const read = (matching: object) =>
  readMatchingConfig(new ConfigReader({ multicluster: { matching } as never }));

describe('readMatchingConfig', () => {
  it('hides claims and maps nothing unless told otherwise', () => {
    expect(readMatchingConfig(new ConfigReader({}))).toEqual({
      mappings: [],
      pipelineMappings: [],
      showClaimed: false,
      every: { seconds: 30 },
    });
  });

  it('takes short refs of owners and systems for full ones', () => {
    const { mappings, showClaimed, every } = read({
      claimed: 'placement',
      every: { minutes: 5 },
      namespaces: [
        { namespace: 'shop-*', owner: 'team-a' },
        {
          namespace: 'x',
          system: 'other/shops',
          controlPlane: 'prod',
          trustSystem: true,
        },
        { namespace: 'y', owner: 'team-b', system: 'shops' },
      ],
    });
    expect(mappings).toMatchObject([
      { ownerRef: 'group:default/team-a' },
      { systemRef: 'system:other/shops', controlPlane: 'prod' },
      { ownerRef: 'group:default/team-b', systemRef: 'system:default/shops' },
    ]);
    expect(mappings[0].namespace.test('shop-1')).toBe(true);
    expect(mappings[0].namespace.test('my-shop-1')).toBe(false);
    expect(showClaimed).toBe(true);
    expect(every).toEqual({ minutes: 5 });
  });

  it('reads whose pipelines are', () => {
    const { pipelineMappings } = read({
      pipelines: [{ name: 'shop-*', source: 'dev', owner: 'team-a' }],
    });
    expect(pipelineMappings).toEqual([
      {
        source: 'dev',
        name: expect.any(RegExp),
        ownerRef: 'group:default/team-a',
      },
    ]);
    expect(pipelineMappings[0].name.test('shop-canary')).toBe(true);
  });

  it.each([
    [
      { pipelines: [{ name: 'x', system: 'b' }] },
      'multicluster.matching.pipelines[0] names a system alone',
    ],
    [{ claimed: 'yes' }, 'multicluster.matching.claimed'],
    [
      { namespaces: [{ namespace: 'x' }] },
      'multicluster.matching.namespaces[0]',
    ],
    [
      { namespaces: [{ namespace: 'x', system: 'b' }] },
      'multicluster.matching.namespaces[0] names a system alone',
    ],
    [
      { namespaces: [{ namespace: 'x', system: 'b', trustSystem: false }] },
      'multicluster.matching.namespaces[0] names a system alone',
    ],
  ])('names the key of %j', (matching, key) => {
    expect(() => read(matching)).toThrow(key);
  });
});
