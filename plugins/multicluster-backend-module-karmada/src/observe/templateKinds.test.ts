import { templateKinds } from './templateKinds';

const kind = (group: string, name: string, version = 'v1') => ({
  group,
  version,
  kind: name,
});

describe('templateKinds', () => {
  it('has the usual workloads even when nothing refers to them, whole', () => {
    expect(
      templateKinds([], { configMaps: false }).map(k => [k.kind, k.whole]),
    ).toEqual([
      ['Deployment', true],
      ['StatefulSet', true],
      ['DaemonSet', true],
      ['Job', true],
      ['CronJob', true],
    ]);
  });

  it.each([
    ['', 'Secret', true, undefined],
    ['', 'ConfigMap', false, undefined],
    ['', 'ConfigMap', true, false],
    ['', 'Service', false, false],
    ['', 'Pod', false, true],
    ['apps.kruise.io', 'CloneSet', false, true],
    ['example.org', 'Secret', false, false],
  ])(
    'reads %s/%s with configMaps %s as %s',
    (group, name, configMaps, expected) => {
      const found = templateKinds([kind(group, name)], { configMaps }).find(
        k => k.group === group && k.kind === name,
      );

      expect(found?.whole).toBe(expected);
    },
  );

  it('takes a kind that is referred to in two versions once', () => {
    const found = templateKinds(
      [kind('example.org', 'Thing'), kind('example.org', 'Thing', 'v2')],
      { configMaps: false },
    );

    expect(found.filter(k => k.kind === 'Thing')).toHaveLength(1);
  });
});
