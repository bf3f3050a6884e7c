import { explainScheduling } from './explainScheduling';
import { parseFitError } from './parseFitError';

describe('explainScheduling', () => {
  it.each([
    [
      'NoClusterFit',
      '0/3 clusters are available: 1 cluster(s) did not match the placement cluster affinity constraint, 2 cluster(s) had untolerated taint {lab=x:NoSchedule}.',
      '2 of 3 clusters have an untolerated taint, 1 is not selected by the policy',
    ],
    [
      'NoClusterFit',
      '0/2 clusters are available: 1 cluster(s) had untolerated taint {a=b,c: NoSchedule}, 1 cluster(s) had untolerated taint {d: NoExecute}.',
      '2 of 2 clusters have an untolerated taint',
    ],
    [
      'NoClusterFit',
      '0/1 clusters are available: 1 cluster(s) is in the process of eviction.',
      '1 of 1 clusters is being moved away from',
    ],
    [
      'NoClusterFit',
      '0/2 clusters are available: 2 cluster(s) did not have zones property.',
      '2 of 2 clusters do not state the region, zone or provider to spread by',
    ],
    [
      'NoClusterFit',
      '0/2 clusters are available: 2 cluster(s) were eaten.',
      '2 of 2 clusters: were eaten',
    ],
    [
      'NoClusterFit',
      '0/0 clusters are available: no cluster exists.',
      '0/0 clusters are available: no cluster exists.',
    ],
    [
      'Unschedulable',
      'failed to assign replicas: failed to scale up: Clusters available replicas 2 are not enough to schedule.',
      'the clusters have room for 2 more copies only, 5 are wanted',
    ],
    [
      'Unschedulable',
      'something else',
      'the clusters have too little room for 5 copies',
    ],
    [
      'SchedulerError',
      'failed to select clusters: the number of feasible region is less than spreadConstraint.MinGroups',
      'there are fewer regions than the policy wants to spread over',
    ],
    [
      'SchedulerError',
      'failed to select clusters: the number of feasible clusters is less than spreadConstraint.MinGroups',
      'there are fewer clusters than the policy wants to spread over',
    ],
    [
      'SchedulerError',
      'failed to select clusters: the number of clusters is less than the cluster spreadConstraint.MinGroups',
      'there are fewer clusters than the policy wants to spread over',
    ],
    [
      'SchedulerError',
      'etcdserver: request timed out',
      'etcdserver: request timed out',
    ],
    ['QuotaExceeded', 'denied', 'a quota is exceeded (denied)'],
    ['Unknown', '', 'Unknown'],
  ])('says of %s what is in the way', (reason, msg, text) => {
    const { said } = explainScheduling({ reason, msg }, 5);
    expect(said.map(part => part.text).join(', ')).toBe(text);
  });

  it('gives the reasons as data, most widespread first', () => {
    expect(
      parseFitError(
        '0/3 clusters are available: 1 cluster(s) did not have the API resource, 2 cluster(s) had untolerated taint {k: v}.',
      ),
    ).toEqual({
      total: 3,
      reasons: [
        {
          count: 2,
          kind: 'taint',
          text: 'cluster(s) had untolerated taint {k: v}',
        },
        {
          count: 1,
          kind: 'api-missing',
          text: 'cluster(s) did not have the API resource',
        },
      ],
    });
  });

  it('takes the last of several affinity groups', () => {
    expect(
      parseFitError(
        '[0/3 clusters are available: 3 cluster(s) had untolerated taint {a: b}., 0/3 clusters are available: 3 cluster(s) did not have the API resource.]',
      ),
    ).toMatchObject({ total: 3, reasons: [{ count: 3, kind: 'api-missing' }] });
  });
});
