import {
  EntityWorkload,
  parseImage,
  Placement,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { chainOf } from './chainOf';

const division = sentence('placement.division.each', {
  count: 2,
  replicas: 3,
});

function workload(placement?: Partial<Placement>): EntityWorkload {
  return {
    id: 'w',
    controlPlane: 'karmada',
    group: 'apps',
    kind: 'Deployment',
    namespace: 'shop',
    name: 'web',
    templatePresent: true,
    generation: 4,
    versions: [parseImage('app', 'registry.example/web:v2')],
    match: {
      rule: 'kubernetes-id',
      confirmed: true,
      reason: sentence('match.kubernetesId', { value: 'web' }),
    },
    ...(placement && {
      placement: {
        summary: { state: 'converged', flags: [] },
        since: '2026-11-21T12:00:00Z',
        replicas: {},
        targets: [],
        ...placement,
      },
    }),
  };
}

const said = (of: EntityWorkload) =>
  chainOf(of).nodes.map(({ kind, state, lines }) => [
    kind,
    state,
    ...lines.map(line => line.text),
  ]);

describe('chainOf', () => {
  it('says of each box what its name does not', () => {
    const policy = {
      kind: 'PropagationPolicy',
      namespace: 'shop',
      name: 'web',
    };
    expect(said(workload({ division, policy }))).toEqual([
      ['template', undefined, 'Deployment, generation 4', 'version v2'],
      ['policy', undefined, 'PropagationPolicy', division.text],
      ['binding', 'converged'],
    ]);
  });

  it('says how it is divided at the binding where no policy is known', () => {
    expect(said(workload({ division }))[1]).toEqual([
      'binding',
      'converged',
      division.text,
    ]);
  });

  it('is held, and not rolling out, where a change is held back', () => {
    const summary: Placement['summary'] = {
      state: 'progressing',
      flags: ['held'],
    };
    expect(said(workload({ summary }))[1]).toEqual(['binding', 'suspended']);
  });
});
