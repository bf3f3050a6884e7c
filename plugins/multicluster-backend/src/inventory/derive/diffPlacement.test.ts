import { DerivedPlacement } from '@fairway/backstage-plugin-multicluster-node';
import { TargetRow } from '../store/rows';
import { WritePlan } from '../store/WritePlan';
import { facts } from '../__testUtils__/facts';
import { diffPlacement } from './diffPlacement';

const NOW = 1000;
const derived: DerivedPlacement = {
  summary: { state: 'converged', flags: [] },
  replicas: {},
  targets: [],
};
const gone: TargetRow = {
  placement_id: 1,
  cluster_id: 2,
  cluster: 'a',
  state: 'healthy',
  state_since: 0,
  derived: '{}',
};

function removed(quiet: boolean): WritePlan {
  const plan = new WritePlan(NOW);
  diffPlacement(
    plan,
    {
      fact: facts.placement('cart', { clusters: {} }),
      json: '{}',
      hash: 'x',
      laneId: 1,
      workload: {
        id: 1,
        hash: 'w',
        key: 'apps/Deployment/shop/cart',
        api_group: 'apps',
        api_version: 'v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'cart',
      },
    },
    derived,
    { targets: [gone], contents: () => undefined },
    { now: NOW, quiet },
  );
  return plan;
}

describe('diffPlacement', () => {
  it('takes a target away, and tells that as a change', () => {
    const plan = removed(false);
    expect(plan.targetDeletes).toEqual([{ placement_id: 1, cluster_id: 2 }]);
    expect(plan.transitions).toContainEqual(
      expect.objectContaining({ subject: 'a', from: 'healthy', to: 'removed' }),
    );
  });

  it('tells nothing as a change while nobody has looked before', () => {
    const plan = removed(true);
    expect(plan.targetDeletes).toHaveLength(1);
    expect(plan.transitions).toEqual([]);
  });
});
