import { LaneCheck } from '@fairway/backstage-plugin-multicluster-node';
import { projectPolicy } from '../project/projectPolicy';
import { policyChecks } from './policyChecks';

const possible = { names: ['m1', 'm2'], open: true };

function broken(metadata: object, spec: object = {}): LaneCheck['code'][] {
  const object = {
    metadata: { name: 'web', namespace: 'a', ...metadata },
    spec,
  };
  const fact = projectPolicy(object, 'PropagationPolicy')!;
  return policyChecks({ object, fact, resourceVersion: '1' }, possible)
    .filter(({ ok }) => !ok)
    .map(({ code }) => code);
}

const ours = { annotations: { 'fairway.io/held-by': 'user:default/olivia' } };

describe('policyChecks', () => {
  it.each<[string, object, object, string[]]>([
    ['an ordinary policy', {}, {}, []],
    ['held by us', ours, { suspension: { dispatching: true } }, []],
    [
      'a release of ours that was interrupted',
      ours,
      { suspension: { dispatchingOnClusters: { clusterNames: ['m2'] } } },
      [],
    ],
    [
      'held by somebody',
      {},
      { suspension: { dispatching: true } },
      ['held-already'],
    ],
    [
      'held by somebody for some clusters alone',
      {},
      { suspension: { dispatchingOnClusters: { clusterNames: ['m2'] } } },
      ['held-already', 'cluster-not-covered'],
    ],
    ['Lazy', {}, { activationPreference: 'Lazy' }, ['lazy']],
    ['going', { deletionTimestamp: 'now' }, {}, ['policy-deleting']],
    [
      'managed by GitOps',
      {
        managedFields: [
          {
            manager: 'argocd',
            operation: 'Apply',
            fieldsV1: { 'f:spec': { 'f:suspension': {} } },
          },
        ],
      },
      {},
      ['managed-elsewhere'],
    ],
  ])('%s', (_, metadata, spec, codes) => {
    expect(broken(metadata, spec)).toEqual(codes);
  });
});
