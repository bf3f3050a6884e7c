import {
  ClusterFact,
  FleetFact,
  PlacementFact,
  PolicyFact,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { WritePlan } from '../store/WritePlan';
import { planClusters } from './planClusters';
import { PlanContext, PlanLane } from './PlanContext';
import { planPlacements } from './planPlacements';
import { planPolicies } from './planPolicies';
import { planWorkloads } from './planWorkloads';

/** Plans what facts of one type write. */
export async function planFacts(
  context: PlanContext,
  lane: PlanLane,
  plan: WritePlan,
  facts: FleetFact[],
): Promise<void> {
  switch (facts[0]?.type) {
    case 'cluster':
      return planClusters(context, lane, plan, facts as ClusterFact[]);
    case 'policy':
      return planPolicies(context, lane, plan, facts as PolicyFact[]);
    case 'workload':
      return planWorkloads(context, lane, plan, facts as WorkloadFact[]);
    case 'placement':
      return planPlacements(context, lane, plan, facts as PlacementFact[]);
    default:
      return undefined;
  }
}
