import { FactType } from '../store/factTable';
import { WritePlan } from '../store/WritePlan';
import { PlanContext } from './PlanContext';
import { planClusterDeletes } from './planClusterDeletes';
import { planPlacementDeletes } from './planPlacementDeletes';
import { planWorkloadDeletes } from './planWorkloadDeletes';

/** Plans the deletion of rows. What others still refer to becomes a stub that says it is no longer there. */
export async function planDeletes(
  context: PlanContext,
  plan: WritePlan,
  type: FactType,
  ids: number[],
): Promise<void> {
  switch (type) {
    case 'cluster':
      await planClusterDeletes(context, plan, ids);
      break;
    case 'workload':
      await planWorkloadDeletes(context, plan, ids);
      break;
    case 'placement':
      await planPlacementDeletes(context, plan, ids);
      break;
    default: {
      for (const policy of (await context.reader.policies(ids)).values()) {
        plan.deletes.policy.push(policy.id);
        plan.objects -= 1;
        if (policy.role === 'override') {
          plan.fanouts.set(policy.namespace, { quiet: false });
        }
      }
    }
  }
}
