import { WorkloadCondition, workloadConditions } from './workloadCondition';

/**
 * How much a condition needs somebody's eye: lower is worse. One this version does not know ranks as unread.
 *
 * @public
 */
export function workloadSeverity(condition: WorkloadCondition): number {
  const index = workloadConditions.indexOf(condition);
  return index < 0 ? workloadConditions.indexOf('unread') : index;
}
