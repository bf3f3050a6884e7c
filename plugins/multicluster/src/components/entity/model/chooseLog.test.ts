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

  it('tells pods of the same name on several clusters apart', () => {
    const same: PerCluster<Pod>[] = ['m1', 'm2'].map(cluster => ({
      cluster,
      observedAt: '',
      items: [pod('web-0')],
    }));
    const chosen = (logCluster?: string) =>
      chooseLog(same, { pod: 'web-0', logCluster })?.cluster;
    expect([chosen('m2'), chosen('m1'), chosen()]).toEqual(['m2', 'm1', 'm1']);
  });
});
