import { PerCluster, Pod } from '@fairway/backstage-plugin-multicluster-common';
import { chooseLog } from './chooseLog';

const pod = (name: string, status = 'Running') =>
  ({
    name,
    phase: 'Running',
    status,
    ready: { ready: 1, total: 1 },
    containers: [
      { name: 'init', init: true },
      { name: 'app', init: false },
      { name: 'proxy', init: false },
    ],
  } as Pod);
const clusters: PerCluster<Pod>[] = [
  {
    cluster: 'm1',
    observedAt: '',
    items: [pod('a'), pod('b', 'CrashLoopBackOff')],
  },
  { cluster: 'm2', observedAt: '', items: [pod('c')] },
];

describe('chooseLog', () => {
  it.each([
    [{ pod: 'c', container: 'proxy' }, 'm2/c/proxy'],
    [{ pod: 'c' }, 'm2/c/app'],
    [{ cluster: 'm2' }, 'm2/c/app'],
    [{}, 'm1/b/app'],
    [{ pod: 'gone' }, 'm1/b/app'],
    [{ pod: 'c', container: 'gone' }, 'm2/c/app'],
    [{ cluster: 'm3' }, undefined],
  ])('with %j wanted, shows %s', (wanted, shown) => {
    const choice = chooseLog(clusters, wanted);
    expect(
      choice && `${choice.cluster}/${choice.pod.name}/${choice.container}`,
    ).toBe(shown);
  });
});
